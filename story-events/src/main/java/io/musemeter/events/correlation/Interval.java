package io.musemeter.events.correlation;

/**
 * An interval of a selected series.
 *
 * @param low lower end
 * @param high upper end
 * @param level its confidence level, in (0, 1)
 */
public record Interval(double low, double high, double level) {}
