package io.musemeter.statistics.missing;

import io.musemeter.statistics.Estimate;

/**
 * What the slope per 1.0 of temperature can be, given what is missing.
 *
 * @param low least slope
 * @param high greatest slope
 * @param intervalLow lower end of the confidence interval of the least slope
 * @param intervalHigh upper end of the confidence interval of the greatest slope
 */
public record Bounds(double low, double high, double intervalLow, double intervalHigh) {

    /** Whether the sign of the slope is the same, whatever the missing values are, as that of a slope that leaves out 0. */
    public boolean leaveTheSignOf(Estimate slope) {
        return slope.low() > 0 ? intervalLow > 0 : slope.high() < 0 && intervalHigh < 0;
    }
}
