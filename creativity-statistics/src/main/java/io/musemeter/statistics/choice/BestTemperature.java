package io.musemeter.statistics.choice;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.effect.CellMoments;
import io.musemeter.statistics.effect.Intervals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which temperature has the greatest mean, as a set that holds the truly best one with the stated confidence: multiple comparisons
 * with the best (Hsu 1981), here by one-sided Welch tests with Bonferroni's share of the error each, so that spreads may differ.
 *
 * @param best temperature with the greatest mean in the sample
 * @param candidates temperatures that cannot be told from the best, ascending; one alone is a clear winner
 */
public record BestTemperature(double best, List<Double> candidates) {

    /** Compares all temperatures that have a variance of their own. */
    public static Answer<BestTemperature> of(List<CellMoments> all, double level) {
        List<CellMoments> cells =
                all.stream().filter(cell -> !cell.degenerate()).toList();
        if (cells.size() < 2) {
            return Answer.unknown(
                    Answer.Reason.TOO_FEW, "fewer than two temperatures have five distinct texts with a spread");
        }
        double alpha = (1 - level) / (cells.size() - 1);
        List<Double> candidates = new ArrayList<>();
        for (CellMoments cell : cells) {
            if (cells.stream().noneMatch(other -> surelyBetter(other, cell, alpha))) {
                candidates.add(cell.temperature());
            }
        }
        double best = cells.stream()
                .max(Comparator.comparingDouble(CellMoments::mean))
                .map(CellMoments::temperature)
                .orElseThrow();
        return Answer.known(new BestTemperature(best, List.copyOf(candidates)));
    }

    private static boolean surelyBetter(CellMoments other, CellMoments cell, double alpha) {
        if (other.mean() <= cell.mean()) {
            return false;
        }
        double a = other.variance() / other.n();
        double b = cell.variance() / cell.n();
        double freedom = (a + b) * (a + b) / (a * a / (other.n() - 1) + b * b / (cell.n() - 1));
        double t = (other.mean() - cell.mean()) / Math.sqrt(a + b);
        return Intervals.twoSided(t, freedom) / 2 < alpha;
    }
}
