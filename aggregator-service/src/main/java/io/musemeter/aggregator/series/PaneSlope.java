package io.musemeter.aggregator.series;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;

/**
 * The headline slope of one pane.
 *
 * @param fromMillis start of the pane, in milliseconds since 1970
 * @param toMillis end of the pane
 * @param n scores behind the slope
 * @param slope the slope with its pointwise interval
 */
public record PaneSlope(long fromMillis, long toMillis, long n, Answer<Estimate> slope) {}
