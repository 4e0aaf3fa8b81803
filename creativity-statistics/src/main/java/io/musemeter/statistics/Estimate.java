package io.musemeter.statistics;

/**
 * An estimate with its confidence interval and the two-sided p-value of no effect. Every component is finite.
 *
 * @param estimate the point estimate
 * @param low lower end of the interval
 * @param high upper end of the interval
 * @param p two-sided p-value against zero
 * @param standardError standard error of the estimate
 * @param degreesOfFreedom of the t distribution behind interval and p
 * @param n number of scores it rests on
 */
public record Estimate(
        double estimate, double low, double high, double p, double standardError, double degreesOfFreedom, long n) {

    /**
     * Refuses what is no number.
     *
     * @throws IllegalArgumentException when a component is not finite or the interval is upside down
     */
    public Estimate {
        if (!Double.isFinite(estimate + low + high + p + standardError + degreesOfFreedom) || low > high) {
            throw new IllegalArgumentException(
                    "estimate " + estimate + " [" + low + ", " + high + "] p " + p + " is not a finite interval");
        }
    }

    /** Whether the interval leaves out zero. */
    public boolean excludesZero() {
        return low > 0 || high < 0;
    }

    /** The end of the interval nearest to zero, 0 when it contains zero: what series are ranked by. */
    public double nearestToZero() {
        return low > 0 ? low : Math.min(high, 0);
    }
}
