package io.musemeter.events.correlation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A measure of how a metric goes with temperature.
 *
 * @param estimate the point estimate
 * @param low lower end of its 95 % interval
 * @param high upper end of its 95 % interval
 * @param p two-sided p-value of no effect
 * @param standardError standard error of the estimate; null in what an earlier version wrote
 * @param degreesOfFreedom of the t distribution behind interval and p; null in what an earlier version wrote
 * @param n scores that it rests on; null in what an earlier version wrote
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Coefficient(
        double estimate,
        double low,
        double high,
        double p,
        @Nullable Double standardError,
        @Nullable Double degreesOfFreedom,
        @Nullable Long n) {}
