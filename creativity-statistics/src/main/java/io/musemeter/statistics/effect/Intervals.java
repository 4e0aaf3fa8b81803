package io.musemeter.statistics.effect;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/** Intervals and p-values from an estimate and its standard error. */
public final class Intervals {

    private static final NormalDistribution NORMAL = new NormalDistribution();

    private Intervals() {}

    /** Two-sided p-value of a t statistic. */
    public static double twoSided(double t, double degreesOfFreedom) {
        return Math.min(1, 2 * new TDistribution(degreesOfFreedom).cumulativeProbability(-Math.abs(t)));
    }

    /** Two-sided p-value of a standard normal statistic. */
    public static double twoSided(double z) {
        return Math.min(1, 2 * NORMAL.cumulativeProbability(-Math.abs(z)));
    }

    /** Quantile of the standard normal distribution. */
    public static double normalQuantile(double probability) {
        return NORMAL.inverseCumulativeProbability(probability);
    }

    /** Quantile that leaves half of (1 - level) above it. */
    public static double tQuantile(double level, double degreesOfFreedom) {
        return new TDistribution(degreesOfFreedom).inverseCumulativeProbability((1 + level) / 2);
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
