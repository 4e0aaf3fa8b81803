package io.musemeter.statistics.missing;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.effect.Intervals;
import java.util.List;

/**
 * Worst-case bounds on the slope of a bounded metric (Horowitz and Manski 2000): every story without a score takes the least or
 * the greatest value, whichever bends the slope more. No assumption on why scores are missing. The interval reaches from the lower
 * end of the least slope's to the upper end of the greatest slope's, each computed as that of the headline, with the values filled
 * in: it holds the slope wherever it lies between the bounds.
 */
public final class WorstCase {

    private WorstCase() {}

    /**
     * One temperature.
     *
     * @param temperature the temperature
     * @param scored stories with a score
     * @param missing stories without one
     * @param mean mean of the scores; ignored when there are none
     * @param variance their unbiased variance
     */
    public record Arm(double temperature, long scored, long missing, double mean, double variance) {

        private double total() {
            return (double) scored + missing;
        }

        private double meanWith(double value) {
            return (scored == 0 ? 0 : scored / total() * mean) + missing / total() * value;
        }

        /** Unbiased variance of the scores with the missing ones filled in. */
        private double varianceWith(double value) {
            if (total() < 2) {
                return 0;
            }
            double between = scored == 0 ? 0 : scored / total() * missing * square(mean - value);
            return (Math.max(0, scored - 1.0) * variance + between) / (total() - 1);
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
        Extreme least = Extreme.of(arms, centre, spread, low, high);
        Extreme greatest = Extreme.of(arms, centre, spread, high, low);
        return Answer.known(new Bounds(
                least.slope(),
                greatest.slope(),
                least.slope() - least.reach(level),
                greatest.slope() + greatest.reach(level)));
    }

    /** The slope with one value filled in above the mean temperature and the other below, and its error. */
    private record Extreme(double slope, double variance, double quartic) {

        static Extreme of(List<Arm> arms, double centre, double spread, double above, double below) {
            double slope = 0;
            double variance = 0;
            double quartic = 0;
            for (Arm arm : arms) {
                double weight = arm.total() * (arm.temperature() - centre) / spread;
                double value = weight > 0 ? above : below;
                double part = square(weight) * arm.varianceWith(value) / arm.total();
                slope += weight * arm.meanWith(value);
                variance += part;
                quartic += part > 0 ? square(part) / (arm.total() - 1) : 0;
            }
            return new Extreme(slope, variance, quartic);
        }

        double reach(double level) {
            return variance > 0 ? Intervals.tQuantile(level, variance * variance / quartic) * Math.sqrt(variance) : 0;
        }
    }

    private static double square(double x) {
        return x * x;
    }
}
