package io.musemeter.statistics.missing;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.effect.Intervals;
import java.util.List;

/**
 * Worst-case bounds on the slope of a bounded metric (Horowitz and Manski 2000): every story without a score takes the least or
 * the greatest value, whichever bends the slope more. No assumption on why scores are missing.
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
        double least = 0;
        double greatest = 0;
        double variance = 0;
        for (Arm arm : arms) {
            double weight = arm.total() * (arm.temperature() - centre) / spread;
            least += weight * arm.meanWith(weight > 0 ? low : high);
            greatest += weight * arm.meanWith(weight > 0 ? high : low);
            if (arm.scored() > 1) {
                variance += square(weight * arm.scored() / arm.total()) * arm.variance() / arm.scored();
            }
        }
        double reach = Intervals.normalQuantile((1 + level) / 2) * Math.sqrt(variance);
        return Answer.known(new Bounds(least, greatest, least - reach, greatest + reach));
    }

    private static double square(double x) {
        return x * x;
    }
}
