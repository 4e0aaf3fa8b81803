package io.musemeter.statistics.change;

import io.musemeter.statistics.effect.Intervals;

/**
 * The tolerance that a detector needs because its reference is itself a sample: every pane is compared with the same reference, so
 * the reference's error looks like a lasting shift, of standard deviation {@code sqrt(pane / reference)} in standardised panes.
 */
public final class ReferenceTolerance {

    private static final double TAIL = 0.001;

    private ReferenceTolerance() {}

    /**
     * A tolerance that the error of the reference exceeds in one of 1,000 sets of series.
     *
     * @param paneStories stories in a pane
     * @param referenceStories stories in the reference
     * @param series number of series watched
     * @throws IllegalArgumentException when a count is below 1
     */
    public static double of(long paneStories, long referenceStories, int series) {
        if (paneStories < 1 || referenceStories < 1 || series < 1) {
            throw new IllegalArgumentException("paneStories, referenceStories, series: " + paneStories + ", "
                    + referenceStories + ", " + series + " must be 1 or more");
        }
        double reach = Intervals.normalQuantile(1 - TAIL / 2 / series);
        return reach * Math.sqrt(paneStories / ((double) paneStories + referenceStories));
    }
}
