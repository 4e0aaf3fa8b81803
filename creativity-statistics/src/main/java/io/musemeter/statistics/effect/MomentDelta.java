package io.musemeter.statistics.effect;

import io.musemeter.statistics.Answer;
import java.util.ArrayList;
import java.util.List;

/**
 * Variance of a smooth function of cell means and cell variances by the delta method: within a cell
 * {@code Var(mean) = s²/n}, {@code Var(s²) = (m4 - s⁴ (n-3)/(n-1))/n}, {@code Cov = m3/n}.
 */
final class MomentDelta {

    private MomentDelta() {}

    /** Variance given the derivatives by each cell's mean and by each cell's variance. */
    static Answer<StratifiedVariance> variance(List<CellMoments> cells, double[] byMean, double[] byVariance) {
        List<StratifiedVariance.Part> parts = new ArrayList<>();
        for (int j = 0; j < byMean.length; j++) {
            CellMoments cell = cells.get(j);
            if (cell.degenerate()) {
                parts.add(StratifiedVariance.Part.of(cell, byMean[j], cell.variance()));
            } else {
                // Expressed as the variance of n times the cell's influence, so that it fits the same
                // Welch-Satterthwaite form.
                double n = cell.n();
                double ofVariance = Math.max(0, cell.fourth() - cell.variance() * cell.variance() * (n - 3) / (n - 1));
                double unit = byMean[j] * byMean[j] * cell.variance()
                        + byVariance[j] * byVariance[j] * ofVariance
                        + 2 * byMean[j] * byVariance[j] * cell.third();
                parts.add(new StratifiedVariance.Part(1, Math.max(0, unit), cell.n(), cell.effectiveCount(), true));
            }
        }
        return StratifiedVariance.of(scaled(parts, cells));
    }

    /** A borrowed variance is pooled from the cells' own variances, not from influences: keep both in the value's unit. */
    private static List<StratifiedVariance.Part> scaled(List<StratifiedVariance.Part> parts, List<CellMoments> cells) {
        List<StratifiedVariance.Part> scaled = new ArrayList<>();
        for (int j = 0; j < cells.size(); j++) {
            StratifiedVariance.Part part = parts.get(j);
            double own = cells.get(j).variance();
            if (cells.get(j).degenerate() || part.variance() == 0) {
                scaled.add(part);
            } else {
                scaled.add(new StratifiedVariance.Part(
                        Math.sqrt(part.variance() / own), own, part.n(), part.effective(), true));
            }
        }
        return scaled;
    }
}
