package io.musemeter.events.correlation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Whether what has no score depends on temperature, and what it could do to the slope. Null where the data give no figure, with the
 * reason in {@code noAnswer}.
 *
 * @param unscored trend of the share without a score (unscorable or failed) on temperature
 * @param unscorable trend of the share that the metric has no value for
 * @param failed trend of the share that the scorer failed on
 * @param truncated trend of the share cut by the bound on tokens
 * @param worstCase what the slope can be whatever the missing values are (Horowitz and Manski 1995); bounded metrics only
 * @param worstCaseOfAll the same with the scores of truncated stories taken as they are; in {@code worstCase} they are missing
 * @param trimming what the difference between the headline's greatest and least temperature can be, if failures only ever grow or
 *     only ever shrink with temperature (Lee 2009)
 * @param trimmingOfAll the same with the scores of truncated stories taken as they are
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Missing(
        @Nullable Trend unscored,
        @Nullable Trend unscorable,
        @Nullable Trend failed,
        @Nullable Trend truncated,
        @Nullable WorstCase worstCase,
        @Nullable WorstCase worstCaseOfAll,
        @Nullable Trimming trimming,
        @Nullable Trimming trimmingOfAll) {
    /**
     * A trend in a share (Cochran 1954, Armitage 1955).
     *
     * @param share share over all temperatures
     * @param z standardised trend, positive when the share rises with temperature
     * @param p two-sided p-value of no trend
     * @param n stories that the share is of; null in what an earlier version wrote
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Trend(
            double share, double z, double p, @Nullable Long n) {}

    /**
     * Bounds on the slope.
     *
     * @param low least slope
     * @param high greatest slope
     * @param intervalLow lower end of the 95 % interval of the least
     * @param intervalHigh upper end of the 95 % interval of the greatest
     */
    public record WorstCase(double low, double high, double intervalLow, double intervalHigh) {}

    /**
     * Bounds on the difference between two temperatures.
     *
     * @param low least difference, greatest temperature minus least
     * @param high greatest difference
     * @param intervalLow lower end of the 95 % interval that holds the difference wherever it lies between (Imbens and Manski 2004)
     * @param intervalHigh upper end of it
     * @param trimmedShare share of the scores that was trimmed
     */
    public record Trimming(double low, double high, double intervalLow, double intervalHigh, double trimmedShare) {}
}
