package io.musemeter.events.correlation;

/**
 * A measure of how a metric goes with temperature.
 *
 * @param estimate the point estimate
 * @param low lower end of its 95 % interval
 * @param high upper end of its 95 % interval
 * @param p two-sided p-value of no effect
 */
public record Coefficient(double estimate, double low, double high, double p) {}
