package io.musemeter.statistics.shape;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.effect.CellMoments;
import io.musemeter.statistics.effect.Intervals;
import java.util.List;

/**
 * A metric that changes with temperature up to a knee and then stays where it is: {@code y = a + b min(T, knee)}, fitted to cell
 * means by weighted least squares (Hudson 1966). The interval of the knee holds every knee whose fit is not significantly worse
 * than the best. Claimed only when that interval ends before the highest temperature, which is what tells a knee from a line.
 *
 * @param knee temperature from which the metric stays level
 * @param low lower end of its interval
 * @param high upper end of its interval
 * @param slopeBefore change per 1.0 of temperature below the knee
 * @param plateau level above it
 */
public record Saturation(double knee, double low, double high, double slopeBefore, double plateau) {

    private static final int STEPS = 500;
    private static final int LEAST_CELLS = 4;

    /** Looks for a knee; the reason when none is found is in the answer. */
    public static Answer<Saturation> of(List<CellMoments> all, double level) {
        List<CellMoments> cells =
                all.stream().filter(cell -> !cell.degenerate()).toList();
        if (cells.size() < LEAST_CELLS) {
            return Answer.unknown(
                    Answer.Reason.TOO_FEW, "a knee needs four temperatures with five distinct texts and a spread");
        }
        double first = cells.get(0).temperature();
        double last = cells.get(cells.size() - 1).temperature();
        Fit best = fit(cells, last);
        Fit[] profile = new Fit[STEPS];
        for (int i = 0; i < STEPS; i++) {
            profile[i] = fit(cells, first + (last - first) * (i + 1) / STEPS);
            best = profile[i].misfit() < best.misfit() ? profile[i] : best;
        }
        double threshold = best.misfit() + criticalRise(cells, best, level);
        if (constantMisfit(cells) <= threshold) {
            return Answer.unknown(Answer.Reason.NOT_APPLICABLE, "the metric does not change enough to level off");
        }
        double low = best.knee();
        double high = best.knee();
        for (Fit fit : profile) {
            if (fit.misfit() <= threshold) {
                low = Math.min(low, fit.knee());
                high = Math.max(high, fit.knee());
            }
        }
        if (high >= last) {
            return Answer.unknown(
                    Answer.Reason.NOT_APPLICABLE,
                    "no levelling off within the temperatures seen can be told from a line");
        }
        return Answer.known(new Saturation(best.knee(), low, high, best.slope(), best.plateau()));
    }

    /** The rise in misfit that one more parameter explains by chance; misfit beyond its expectation counts as extra spread. */
    private static double criticalRise(List<CellMoments> cells, Fit best, double level) {
        double freedom =
                cells.stream().mapToDouble(cell -> cell.effectiveCount() - 1.0).sum();
        double extra = Math.max(1, best.misfit() / Math.max(1, cells.size() - 3));
        double t = Intervals.tQuantile(level, freedom);
        return extra * t * t;
    }

    private static double constantMisfit(List<CellMoments> cells) {
        WeightedLine constant = WeightedLine.fit(cells, false);
        return cells.stream()
                .mapToDouble(cell -> {
                    double residual = cell.mean() - constant.at(cell.temperature());
                    return WeightedLine.weight(cell) * residual * residual;
                })
                .sum();
    }

    private static Fit fit(List<CellMoments> cells, double knee) {
        double w = 0;
        double wx = 0;
        double wy = 0;
        for (CellMoments cell : cells) {
            double weight = WeightedLine.weight(cell);
            w += weight;
            wx += weight * Math.min(knee, cell.temperature());
            wy += weight * cell.mean();
        }
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (CellMoments cell : cells) {
            double weight = WeightedLine.weight(cell);
            double x = Math.min(knee, cell.temperature()) - wx / w;
            double y = cell.mean() - wy / w;
            xx += weight * x * x;
            xy += weight * x * y;
            yy += weight * y * y;
        }
        double slope = xx > 0 ? xy / xx : 0;
        return new Fit(knee, slope, wy / w + slope * (knee - wx / w), yy - slope * xy);
    }

    private record Fit(double knee, double slope, double plateau, double misfit) {}
}
