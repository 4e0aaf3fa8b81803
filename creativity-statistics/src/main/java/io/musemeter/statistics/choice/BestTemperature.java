package io.musemeter.statistics.choice;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.cell.Temperature;
import io.musemeter.statistics.effect.CellMoments;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which temperature does best on a stated goal, as a set that holds the truly best one with the stated confidence: multiple
 * comparisons with the best (Hsu 1981), here by one-sided Welch tests with Bonferroni's share of the error each, so that spreads may
 * differ.
 *
 * @param best temperature that does best in the sample
 * @param options every temperature compared, ascending
 */
public record BestTemperature(double best, List<Option> options) {

    /**
     * A temperature against the best of the others. The intervals of all options hold at once with the stated confidence.
     *
     * @param temperature the temperature
     * @param mean its mean
     * @param low the least by which it may do better than the best of the others; negative means worse, 0 that it is surely not worse
     * @param high the most; 0 when it surely is not the best
     * @param candidate whether it may be the best
     */
    public record Option(double temperature, double mean, double low, double high, boolean candidate) {}

    /** Compares all temperatures that have a variance of their own, for the highest mean. */
    public static Answer<BestTemperature> of(List<CellMoments> all, double level) {
        return of(all, Goal.HIGHEST, level);
    }

    /** Compares all temperatures that have a variance of their own. */
    public static Answer<BestTemperature> of(List<CellMoments> all, Goal goal, double level) {
        List<CellMoments> cells =
                all.stream().filter(cell -> !cell.degenerate()).toList();
        if (cells.size() < 2) {
            return Answer.unknown(
                    Answer.Reason.TOO_FEW, "fewer than two temperatures have five distinct texts with a spread");
        }
        double alpha = (1 - level) / (cells.size() - 1);
        double best = cells.stream()
                .max(Comparator.comparingDouble(cell -> goal.towards(cell.mean())))
                .map(CellMoments::temperature)
                .orElseThrow();
        return Answer.known(new BestTemperature(
                best,
                cells.stream().map(cell -> option(cell, cells, goal, alpha)).toList()));
    }

    /** Temperatures that cannot be told from the best, ascending; one alone is a clear winner. */
    public List<Double> candidates() {
        return options.stream()
                .filter(Option::candidate)
                .map(Option::temperature)
                .toList();
    }

    /** The answer in words: a winner, or which temperatures cannot be told apart. */
    public String sentence(String metric, Goal goal) {
        List<Double> candidates = candidates();
        String extreme = goal == Goal.HIGHEST ? "greatest" : "least";
        if (candidates.size() == 1) {
            return "T = " + text(best) + " has the " + extreme + " mean of " + metric + " (95 % simultaneous)";
        }
        int last = candidates.size() - 1;
        String all = candidates.stream().limit(last).map(BestTemperature::text).collect(Collectors.joining(", "));
        return "cannot tell " + all + " and " + text(candidates.get(last)) + " apart by their mean of " + metric
                + "; that of T = " + text(best) + " is the " + extreme + " so far";
    }

    private static Option option(CellMoments cell, List<CellMoments> cells, Goal goal, double alpha) {
        // The best of the others is beyond none of them: each bound is the least over the others.
        double high = Double.POSITIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        for (CellMoments other : cells) {
            if (other.key() != cell.key()) {
                MeanDifference difference = MeanDifference.of(cell, other, goal);
                double reach = difference.reach(alpha);
                high = Math.min(high, difference.estimate() + reach);
                low = Math.min(low, difference.estimate() - reach);
            }
        }
        return new Option(cell.temperature(), cell.mean(), Math.min(low, 0), Math.max(high, 0), high > 0);
    }

    private static String text(double temperature) {
        return Temperature.of(temperature).canonical();
    }
}
