package io.musemeter.statistics.missing;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.effect.CellMoments;
import io.musemeter.statistics.effect.Intervals;
import io.musemeter.statistics.effect.PooledVariance;
import java.util.List;

/**
 * Worst-case bounds on the slope of a bounded metric (Horowitz and Manski 2000): every story without a score takes the least or
 * the greatest value, whichever bends the slope more. No assumption on why scores are missing. The interval reaches from the lower
 * end of the least slope's to the upper end of the greatest slope's, each computed as that of the headline, with the values filled
 * in: it holds the slope wherever it lies between the bounds. As there, ratings of one story and copies of one text count as one
 * story, and a temperature without a variance of its own borrows the one pooled over the others.
 */
public final class WorstCase {

    private WorstCase() {}

    /**
     * One temperature.
     *
     * @param temperature the temperature
     * @param scored scores
     * @param missing scores that are missing
     * @param mean mean of the scores; ignored when there are none
     * @param variance their unbiased variance
     * @param stories independent stories behind the scores: fewer than scores where some are copies, or rated several times
     * @param degenerate whether the scores have no variance of their own
     */
    public record Arm(
            double temperature,
            long scored,
            long missing,
            double mean,
            double variance,
            long stories,
            boolean degenerate) {

        /** A temperature at which every score belongs to a story of its own. */
        public Arm(double temperature, long scored, long missing, double mean, double variance) {
            this(temperature, scored, missing, mean, variance, scored, false);
        }

        /** Scores of a cell beside those missing from it. */
        public static Arm of(CellMoments cell, long missing) {
            return new Arm(
                    cell.temperature(),
                    cell.n(),
                    missing,
                    cell.mean(),
                    cell.variance(),
                    cell.effectiveCount(),
                    cell.degenerate());
        }

        /** A temperature without any score. */
        public static Arm empty(double temperature, long missing) {
            return new Arm(temperature, 0, missing, 0, 0, 0, false);
        }

        private double total() {
            return (double) scored + missing;
        }

        /** Independent stories, missing ones taken to be rated as often as the others. */
        private double effective() {
            return scored == 0 ? total() : Math.max(1, total() * stories / scored);
        }

        private double meanWith(double value) {
            return (scored == 0 ? 0 : scored / total() * mean) + missing / total() * value;
        }

        /** Unbiased variance of the scores with the missing ones filled in; of a borrowed variance, that of the mixture. */
        private double varianceWith(double value, PooledVariance pooled) {
            double between = scored == 0 ? 0 : scored / total() * missing * square(mean - value);
            if (degenerate) {
                return (scored * pooled.variance() + between) / total();
            }
            return total() < 2 ? 0 : (Math.max(0, scored - 1.0) * variance + between) / (total() - 1);
        }
    }

    /** Bounds for a metric on [low, high]. */
    public static Answer<Bounds> of(List<Arm> all, double low, double high, double level) {
        List<Arm> arms = all.stream().filter(arm -> arm.total() > 0).toList();
        double n = arms.stream().mapToDouble(Arm::total).sum();
        double centre = arms.stream()
                        .mapToDouble(arm -> arm.total() * arm.temperature())
                        .sum()
                / n;
        double spread = arms.stream()
                .mapToDouble(arm -> arm.total() * square(arm.temperature() - centre))
                .sum();
        if (arms.size() < 2 || !(spread > 0)) {
            return Answer.unknown(Answer.Reason.ONE_TEMPERATURE, "there is one temperature only");
        }
        return pooled(arms).map(pooled -> {
            Extreme least = Extreme.of(arms, pooled, centre, spread, low, high);
            Extreme greatest = Extreme.of(arms, pooled, centre, spread, high, low);
            return new Bounds(
                    least.slope(),
                    greatest.slope(),
                    least.slope() - least.reach(level),
                    greatest.slope() + greatest.reach(level));
        });
    }

    private static Answer<PooledVariance> pooled(List<Arm> arms) {
        if (arms.stream().noneMatch(Arm::degenerate)) {
            return Answer.known(new PooledVariance(0, 1));
        }
        return PooledVariance.of(arms.stream()
                .filter(arm -> arm.scored() > 0)
                .map(arm -> new PooledVariance.Part(arm.variance(), arm.scored(), arm.stories(), !arm.degenerate()))
                .toList());
    }

    /** The slope with one value filled in above the mean temperature and the other below, and its error. */
    private record Extreme(double slope, double variance, double quartic) {

        static Extreme of(
                List<Arm> arms, PooledVariance pooled, double centre, double spread, double above, double below) {
            double slope = 0;
            double variance = 0;
            double quartic = 0;
            double borrowed = 0;
            for (Arm arm : arms) {
                double weight = arm.total() * (arm.temperature() - centre) / spread;
                double value = weight > 0 ? above : below;
                double part = square(weight) * arm.varianceWith(value, pooled) / arm.effective();
                slope += weight * arm.meanWith(value);
                variance += part;
                if (arm.degenerate()) {
                    borrowed += part;
                } else if (part > 0) {
                    quartic += square(part) / (arm.effective() - 1);
                }
            }
            return new Extreme(slope, variance, quartic + square(borrowed) / pooled.freedom());
        }

        double reach(double level) {
            return variance > 0 ? Intervals.tQuantile(level, variance * variance / quartic) * Math.sqrt(variance) : 0;
        }
    }

    private static double square(double x) {
        return x * x;
    }
}
