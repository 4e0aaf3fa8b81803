package io.musemeter.generator.sweep;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a sweep got. The time at which a story is asked for is kept before it is asked for, so that a generator killed
 * in between emits the very same bytes again.
 *
 * @param exemplarAsked when the exemplar was asked for
 * @param acknowledged number of stories that Kafka has acknowledged
 * @param asked when the next story was asked for, null when it was not yet
 */
public record SweepProgress(
        Instant exemplarAsked, long acknowledged, @Nullable Instant asked) {

    /** A sweep that begins. */
    public static SweepProgress begin(Instant now) {
        return new SweepProgress(now, 0, null);
    }

    /** The next story is being asked for; a time already kept stays. */
    public SweepProgress ask(Instant now) {
        return asked == null ? new SweepProgress(exemplarAsked, acknowledged, now) : this;
    }

    /** The next story is asked for anew: the model was not asked before. */
    public SweepProgress askAgain(Instant now) {
        return new SweepProgress(exemplarAsked, acknowledged, now);
    }

    /** The next story has been acknowledged. */
    public SweepProgress acknowledge() {
        return new SweepProgress(exemplarAsked, acknowledged + 1, null);
    }
}
