package io.musemeter.statistics.effect;

import io.musemeter.statistics.Answer;
import java.util.ArrayList;
import java.util.List;

/** Variance of a rank statistic from the influence of each score on it, taken within temperatures. */
final class RankInfluence {

    private static final double ROUNDING = 1e-12;

    private RankInfluence() {}

    /**
     * Variance of the mean influence.
     *
     * @param influence by cell and column of the rank table; the statistic is about its mean over all scores
     */
    static Answer<StratifiedVariance> variance(TemperatureSample sample, double[][] influence) {
        RankTable table = sample.ranks();
        List<StratifiedVariance.Part> parts = new ArrayList<>();
        for (int j = 0; j < table.height(); j++) {
            double mean = 0;
            for (int v = 0; v < table.width(); v++) {
                mean += table.count(j, v) * influence[j][v];
            }
            mean /= table.row(j);
            double squares = 0;
            double largest = 1;
            for (int v = 0; v < table.width(); v++) {
                squares += table.count(j, v) * Slope.square(influence[j][v] - mean);
                largest = Math.max(largest, Math.abs(influence[j][v]));
            }
            CellMoments cell = sample.cells().get(j);
            double weight = table.row(j) / table.total();
            double spread = cell.n() < 2 ? 0 : squares / (cell.n() - 1);
            // Influences that are equal but for rounding have no spread: an error of 1e-33 would make anything certain.
            double variance = spread <= Slope.square(ROUNDING * largest) ? 0 : spread;
            parts.add(StratifiedVariance.Part.of(cell, weight, variance));
        }
        return StratifiedVariance.of(parts);
    }
}
