package io.musemeter.statistics.change;

import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.effect.Intervals;

/** The slope of a pane against that of a reference, as one standardised number. */
public final class RelationShift {

    /** Some eight standard deviations: further out the quantile is not resolved, and no detector needs it. */
    private static final double LEAST_TAIL = 1e-15;

    private RelationShift() {}

    /**
     * About standard normal while the slope is that of the reference; the two must rest on disjoint data. The t statistic of the
     * difference is carried over to the normal scale by its probability, so that panes with few stories raise no more alarms.
     */
    public static double of(Estimate reference, Estimate pane) {
        double a = reference.standardError() * reference.standardError();
        double b = pane.standardError() * pane.standardError();
        double freedom = (a + b) * (a + b) / (a * a / reference.degreesOfFreedom() + b * b / pane.degreesOfFreedom());
        double t = (pane.estimate() - reference.estimate()) / Math.sqrt(a + b);
        double tail = Math.max(LEAST_TAIL, Intervals.twoSided(t, freedom) / 2);
        return Math.signum(t) * -Intervals.normalQuantile(tail);
    }
}
