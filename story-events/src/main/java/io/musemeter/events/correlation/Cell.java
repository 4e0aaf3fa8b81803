package io.musemeter.events.correlation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.musemeter.events.Temperature;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One temperature of a series in one window.
 *
 * @param temperature the temperature, or the lower edge of its bucket
 * @param meanTemperature mean temperature of a bucket's scored stories, its middle without any; null where the temperature is exact, and
 *     in what an earlier version wrote
 * @param n scores behind mean, deviation and quantiles
 * @param mean their mean; null without scores
 * @param sd their standard deviation; null with fewer than two scores or fewer than five distinct texts
 * @param logMean mean of the values' natural logarithms, of a logarithmic metric; null at temperatures that the headline leaves out
 * @param logSd their standard deviation; null where {@code logMean} or {@code sd} is
 * @param quantiles values by probability, for example {@code "0.5"} for the median; empty without scores
 * @param scored stories with a score, truncated ones included
 * @param unscorable stories that the metric has no value for
 * @param failed stories that the scorer failed on
 * @param sampledOut stories left out by design, not missing; null in what an earlier version wrote
 * @param truncated stories cut by the bound on their tokens, scored or not
 * @param distinctTexts distinct texts among the scored ones, counted up to five
 * @param stories different stories behind the {@code n} scores: fewer where several people rated a story, and beyond 32 such
 *     stories a number that they surely reach; null in what an earlier version wrote
 * @param samplingFraction share of the traffic that the stories here were let in from: their number over the number they stand
 *     for; null where all was let in
 * @param cost tokens of the {@code n} stories, of creative yield where they are known; null elsewhere
 * @param expected stories counted apart from their scores; null in the topic, joined in by the view
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Cell(
        Temperature temperature,
        @Nullable Double meanTemperature,
        long n,
        @Nullable Double mean,
        @Nullable Double sd,
        @Nullable Double logMean,
        @Nullable Double logSd,
        Map<String, Double> quantiles,
        long scored,
        long unscorable,
        long failed,
        @Nullable Long sampledOut,
        long truncated,
        int distinctTexts,
        @Nullable Long stories,
        @Nullable Double samplingFraction,
        @Nullable Cost cost,
        @Nullable Long expected) {
    /** Keeps the order of the quantiles. */
    public Cell {
        quantiles = Collections.unmodifiableMap(new LinkedHashMap<>(quantiles));
    }

    /** Stories of which it is known what became of them. */
    public long accounted() {
        return scored + unscorable + failed + (sampledOut == null ? 0 : sampledOut);
    }

    /** The same with the stories expected at this temperature. */
    public Cell expecting(long awaitedStories) {
        return new Cell(
                temperature,
                meanTemperature,
                n,
                mean,
                sd,
                logMean,
                logSd,
                quantiles,
                scored,
                unscorable,
                failed,
                sampledOut,
                truncated,
                distinctTexts,
                stories,
                samplingFraction,
                cost,
                awaitedStories);
    }

    /** A temperature at which stories are expected and none has come to anything yet. */
    public static Cell awaited(Temperature temperature, long awaitedStories) {
        return new Cell(
                temperature,
                null,
                0,
                null,
                null,
                null,
                null,
                Map.of(),
                0,
                0,
                0,
                0L,
                0,
                0,
                0L,
                null,
                null,
                awaitedStories);
    }
}
