package io.musemeter.statistics.missing;

import java.util.List;

/**
 * Scores at one temperature, of which the lowest or the highest may be kept alone.
 *
 * @param values distinct values, ascending
 * @param counts how often each occurs
 * @param missing stories without a score
 * @param stories independent stories behind the scores: fewer than scores where several people rated a story
 */
public record TrimmedArm(List<Double> values, List<Long> counts, long missing, long stories) {

    /** Copies the lists. */
    public TrimmedArm {
        values = List.copyOf(values);
        counts = List.copyOf(counts);
    }

    /** A temperature at which every score belongs to a story of its own. */
    public TrimmedArm(List<Double> values, List<Long> counts, long missing) {
        this(values, counts, missing, counts.stream().mapToLong(Long::longValue).sum());
    }

    /** Scores for each independent story: what the variance of a mean grows by when raters agree entirely. */
    double ratings() {
        return scored() / Math.max(1, stories);
    }

    /**
     * What is kept.
     *
     * @param mean its mean
     * @param variance its variance, divided by n
     * @param edge the last value kept
     */
    record Kept(double mean, double variance, double edge) {}

    double scored() {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    double total() {
        return scored() + missing;
    }

    double share() {
        return scored() / total();
    }

    /** The lowest, or the highest, scores; the one at the edge counts in part. */
    Kept keep(double share, boolean lowest) {
        double all = share * scored();
        double rest = all;
        double sum = 0;
        double squares = 0;
        double edge = 0;
        // Deviations from a value of the middle, so that squares do not cancel.
        double origin = values.get(values.size() / 2);
        for (int step = 0; step < values.size() && rest > 0; step++) {
            int i = lowest ? step : values.size() - 1 - step;
            double taken = Math.min(rest, counts.get(i));
            edge = values.get(i);
            sum += taken * (edge - origin);
            squares += taken * (edge - origin) * (edge - origin);
            rest -= taken;
        }
        double mean = sum / all;
        return new Kept(origin + mean, Math.max(0, squares / all - mean * mean), edge);
    }
}
