package io.musemeter.statistics.pooling;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.effect.Intervals;
import java.util.List;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;

/**
 * A random-effects meta-analysis of slopes: between-series variance by Paule and Mandel (1982), interval by Hartung and Knapp
 * (2001), not narrower than the slopes' own errors justify when they happen to agree (Röver, Knapp and Friede 2015). Series are never thrown together as if they were one: that could turn a relation around (Simpson 1951).
 *
 * @param effect the mean slope over series with its interval
 * @param betweenVariance variance of true slopes between series, tau squared
 * @param q Cochran's Q
 * @param qP its p-value: small when series differ by more than chance
 * @param iSquared share of the variation that is not chance, in [0, 1)
 * @param predictionLow lower end of where the slope of a further series is expected
 * @param predictionHigh upper end of it
 * @param series number of series
 */
public record PooledEffect(
        Estimate effect,
        double betweenVariance,
        double q,
        double qP,
        double iSquared,
        double predictionLow,
        double predictionHigh,
        int series) {

    private static final int STEPS = 200;

    /** Pools slopes, each with the standard error of its own series. */
    public static Answer<PooledEffect> of(List<Estimate> slopes, double level) {
        int k = slopes.size();
        if (k < 2) {
            return Answer.unknown(Answer.Reason.TOO_FEW, "pooling needs two series");
        }
        double tau2 = betweenVariance(slopes);
        Weighted random = Weighted.of(slopes, tau2);
        double error = Math.sqrt(Math.max(1, random.misfit() / (k - 1)) / random.weight());
        Weighted fixed = Weighted.of(slopes, 0);
        long n = slopes.stream().mapToLong(Estimate::n).sum();
        Estimate effect = Intervals.student(random.mean(), error, k - 1.0, n, level);
        double reach = Intervals.tQuantile(level, k - 1.0) * Math.sqrt(tau2 + error * error);
        return Answer.known(new PooledEffect(
                effect,
                tau2,
                fixed.misfit(),
                1 - new ChiSquaredDistribution(k - 1.0).cumulativeProbability(fixed.misfit()),
                fixed.misfit() > k - 1 ? 1 - (k - 1) / fixed.misfit() : 0,
                random.mean() - reach,
                random.mean() + reach,
                k));
    }

    /** The variance at which the weighted misfit equals its expectation; 0 when chance alone explains more. */
    private static double betweenVariance(List<Estimate> slopes) {
        double target = slopes.size() - 1.0;
        if (Weighted.of(slopes, 0).misfit() <= target) {
            return 0;
        }
        double low = 0;
        double high = slopes.stream()
                .mapToDouble(slope -> slope.standardError() * slope.standardError())
                .max()
                .orElse(1);
        while (Weighted.of(slopes, high).misfit() > target) {
            high *= 2;
        }
        for (int step = 0; step < STEPS && high - low > 0; step++) {
            double middle = (low + high) / 2;
            if (Weighted.of(slopes, middle).misfit() > target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private record Weighted(double mean, double weight, double misfit) {

        static Weighted of(List<Estimate> slopes, double tau2) {
            double weight = 0;
            double sum = 0;
            for (Estimate slope : slopes) {
                double w = 1 / (slope.standardError() * slope.standardError() + tau2);
                weight += w;
                sum += w * slope.estimate();
            }
            double mean = sum / weight;
            double misfit = 0;
            for (Estimate slope : slopes) {
                double residual = slope.estimate() - mean;
                misfit += residual * residual / (slope.standardError() * slope.standardError() + tau2);
            }
            return new Weighted(mean, weight, misfit);
        }
    }
}
