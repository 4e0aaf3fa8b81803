package io.musemeter.statistics.choice;

import io.musemeter.statistics.effect.CellMoments;
import io.musemeter.statistics.effect.Intervals;

/** Difference of the means of two temperatures whose spreads may differ (Welch 1947). */
record MeanDifference(double estimate, double standardError, double degreesOfFreedom) {

    /** One mean minus the other. */
    static MeanDifference of(CellMoments one, CellMoments other, Goal goal) {
        double a = one.variance() / one.effectiveCount();
        double b = other.variance() / other.effectiveCount();
        return new MeanDifference(
                goal.towards(one.mean()) - goal.towards(other.mean()),
                Math.sqrt(a + b),
                (a + b) * (a + b) / (a * a / (one.effectiveCount() - 1) + b * b / (other.effectiveCount() - 1)));
    }

    /** How far a one-sided bound at this rate of error lies from the estimate. */
    double reach(double alpha) {
        return Intervals.tQuantile(1 - 2 * alpha, degreesOfFreedom) * standardError;
    }

    /** Whether the first mean is greater, at this one-sided rate of error. */
    boolean surelyPositive(double alpha) {
        return estimate - reach(alpha) > 0;
    }
}
