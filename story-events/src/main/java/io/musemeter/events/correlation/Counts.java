package io.musemeter.events.correlation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * What became of the stories of a series in one window.
 *
 * @param scored stories with a value
 * @param unscorable stories that the metric has no value for
 * @param failed stories that the scorer failed on
 * @param sampledOut stories left out by design: a deterministic sample is scored, and what is outside is not missing
 * @param late scores that came more than a day behind their series and changed nothing, since the series began
 */
public record Counts(long scored, long unscorable, long failed, long sampledOut, long late) {
    /** Counts of a series that scores every story. */
    public Counts(long scored, long unscorable, long failed, long late) {
        this(scored, unscorable, failed, 0, late);
    }

    /** Reads what any version wrote. */
    @JsonCreator
    static Counts read(
            @JsonProperty("scored") long scored,
            @JsonProperty("unscorable") long unscorable,
            @JsonProperty("failed") long failed,
            @JsonProperty("sampledOut") @Nullable Long sampledOut,
            @JsonProperty("late") long late) {
        return new Counts(scored, unscorable, failed, sampledOut == null ? 0 : sampledOut, late);
    }

    /** Stories accounted for. */
    public long accounted() {
        return scored + unscorable + failed + sampledOut;
    }
}
