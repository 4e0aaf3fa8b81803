package io.musemeter.statistics.missing;

import io.musemeter.statistics.Answer;
import java.util.List;

/**
 * Trimming bounds on the difference between two temperatures (Lee 2009), for the stories that would be scored at either. They
 * assume that temperature only ever adds failures, or only ever removes them; then the temperature with more scores is trimmed,
 * from above and from below, to the share of the other.
 *
 * @param low least difference, second temperature minus first
 * @param high greatest difference
 * @param trimmedShare share of scores trimmed
 */
public record TrimmingBounds(double low, double high, double trimmedShare) {

    /**
     * Scores at one temperature.
     *
     * @param values distinct values, ascending
     * @param counts how often each occurs
     * @param missing stories without a score
     */
    public record Arm(List<Double> values, List<Long> counts, long missing) {

        private double scored() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }

        private double share() {
            return scored() / (scored() + missing);
        }

        /** Mean of the lowest, or the highest, scores; the one at the edge counts in part. */
        private double meanOf(double kept, boolean lowest) {
            double rest = kept * scored();
            double sum = 0;
            double all = rest;
            for (int step = 0; step < values.size() && rest > 0; step++) {
                int i = lowest ? step : values.size() - 1 - step;
                double taken = Math.min(rest, counts.get(i));
                sum += taken * values.get(i);
                rest -= taken;
            }
            return sum / all;
        }
    }

    /** Bounds on the difference of means. */
    public static Answer<TrimmingBounds> of(Arm first, Arm second) {
        if (first.scored() == 0 || second.scored() == 0) {
            return Answer.unknown(Answer.Reason.NO_DATA, "one of the two temperatures has no score");
        }
        boolean trimSecond = second.share() > first.share();
        double kept = trimSecond ? first.share() / second.share() : second.share() / first.share();
        if (trimSecond) {
            double mean = first.meanOf(1, true);
            return Answer.known(
                    new TrimmingBounds(second.meanOf(kept, true) - mean, second.meanOf(kept, false) - mean, 1 - kept));
        }
        double mean = second.meanOf(1, true);
        return Answer.known(
                new TrimmingBounds(mean - first.meanOf(kept, false), mean - first.meanOf(kept, true), 1 - kept));
    }
}
