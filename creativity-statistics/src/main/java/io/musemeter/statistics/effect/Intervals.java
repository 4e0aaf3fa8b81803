package io.musemeter.statistics.effect;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** Intervals and p-values from an estimate and its standard error. */
public final class Intervals {

    private static final NormalDistribution NORMAL = new NormalDistribution();

    private static final double LEAST_FREEDOM_EXPANDED = 3;
    private static final int NEWTON_STEPS = 12;
    private static final double NEWTON_PRECISION = 1e-13;

    private Intervals() {}

    /** Two-sided p-value of a t statistic. */
    public static double twoSided(double t, double degreesOfFreedom) {
        return Math.min(1, 2 * new TDistribution(degreesOfFreedom).cumulativeProbability(-Math.abs(t)));
    }

    /** Two-sided p-value of a standard normal statistic. */
    public static double twoSided(double z) {
        return Math.min(1, 2 * NORMAL.cumulativeProbability(-Math.abs(z)));
    }

    /** Probability that a standard normal variable is at most this. */
    public static double normalProbability(double z) {
        return NORMAL.cumulativeProbability(z);
    }

    /** Quantile of the standard normal distribution. */
    public static double normalQuantile(double probability) {
        return NORMAL.inverseCumulativeProbability(probability);
    }

    /** Quantile that leaves half of (1 - level) above it. */
    public static double tQuantile(double level, double degreesOfFreedom) {
        double probability = (1 + level) / 2;
        TDistribution distribution = new TDistribution(degreesOfFreedom);
        if (degreesOfFreedom < LEAST_FREEDOM_EXPANDED || !(level > 0)) {
            return distribution.inverseCumulativeProbability(probability);
        }
        // A solver needs dozens of evaluations; from a good start Newton's method needs two or three.
        double t = expandedQuantile(NORMAL.inverseCumulativeProbability(probability), degreesOfFreedom);
        double upper = 1 - probability;
        for (int step = 0; step < NEWTON_STEPS; step++) {
            double change = (distribution.cumulativeProbability(-t) - upper) / distribution.density(t);
            t += change;
            if (Math.abs(change) < NEWTON_PRECISION * t) {
                return t;
            }
        }
        return distribution.inverseCumulativeProbability(probability);
    }

    /** Expansion of the t quantile in 1/df around the normal quantile (Abramowitz and Stegun 1964, 26.7.5). */
    private static double expandedQuantile(double z, double df) {
        double z2 = z * z;
        return z
                + z * (z2 + 1) / (4 * df)
                + z * ((5 * z2 + 16) * z2 + 3) / (96 * df * df)
                + z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / (384 * df * df * df);
    }

    /** Interval of an estimate whose error is about t distributed. */
    public static Estimate student(
            double estimate, double standardError, double degreesOfFreedom, long n, double level) {
        double reach = tQuantile(level, degreesOfFreedom) * standardError;
        return new Estimate(
                estimate,
                estimate - reach,
                estimate + reach,
                twoSided(estimate / standardError, degreesOfFreedom),
                standardError,
                degreesOfFreedom,
                n);
    }

    /** Interval of a coefficient in (-1, 1), formed on the scale of Fisher's z (1921), where its error is nearer to normal. */
    static Answer<Estimate> coefficient(double r, StratifiedVariance variance, long n, double level) {
        double slack = 1 - r * r;
        if (!(slack > 0)) {
            return Answer.unknown(
                    Answer.Reason.NO_VARIANCE,
                    "the order is perfect, which leaves no spread to estimate an error from");
        }
        double z = atanh(r);
        double error = variance.standardError() / slack;
        double reach = tQuantile(level, variance.degreesOfFreedom()) * error;
        return Answer.known(new Estimate(
                r,
                Math.tanh(z - reach),
                Math.tanh(z + reach),
                twoSided(z / error, variance.degreesOfFreedom()),
                variance.standardError(),
                variance.degreesOfFreedom(),
                n));
    }

    static double atanh(double r) {
        return 0.5 * (Math.log1p(r) - Math.log1p(-r));
    }
}
