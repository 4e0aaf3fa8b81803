package io.musemeter.statistics.shape;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.effect.CellMoments;
import io.musemeter.statistics.effect.Slope;
import io.musemeter.statistics.effect.TemperatureSample;
import java.util.ArrayList;
import java.util.List;

/**
 * The two-lines test of a U-shape (Simonsohn 2018): one line up to a break, one from it on; the curve turns when both slopes are
 * significant and of opposite sign. The break is set by the "Robin Hood" rule: within the flat stretch around the extreme, nearer
 * to the end of the weaker line, so that it takes power from the stronger.
 *
 * @param breakpoint temperature at which the lines part
 * @param before slope up to and including the break
 * @param after slope from the break on
 */
public record TwoLines(double breakpoint, Estimate before, Estimate after) {

    private static final double ALPHA = 0.05;
    private static final int LEAST_CELLS = 4;

    /** Whether the curve turns. */
    public boolean turns() {
        return before.p() < ALPHA && after.p() < ALPHA && opposite();
    }

    /** Whether the two lines go opposite ways, surely or not. */
    public boolean opposite() {
        return before.estimate() * after.estimate() < 0;
    }

    /** Runs the test on a sample's own temperatures. */
    public static Answer<TwoLines> of(TemperatureSample sample, double level) {
        List<CellMoments> cells = sample.cells();
        if (cells.size() < LEAST_CELLS) {
            return Answer.unknown(Answer.Reason.TOO_FEW, "two lines need four temperatures");
        }
        List<Integer> flat = flatStretch(cells);
        int middle = flat.get((flat.size() - 1) / 2);
        return split(sample, middle, level).then(first -> {
            double z1 = Math.abs(first.before().estimate() / first.before().standardError());
            double z2 = Math.abs(first.after().estimate() / first.after().standardError());
            int index = (int) Math.round((flat.size() - 1) * z2 / (z1 + z2));
            return split(sample, flat.get(index), level);
        });
    }

    private static Answer<TwoLines> split(TemperatureSample sample, int at, double level) {
        int last = sample.cells().size() - 1;
        return Slope.of(sample.between(0, at), level)
                .then(before -> Slope.of(sample.between(at, last), level)
                        .map(after -> new TwoLines(sample.cells().get(at).temperature(), before, after)));
    }

    /** Interior cells whose mean is within one standard error of the most extreme interior mean. */
    private static List<Integer> flatStretch(List<CellMoments> cells) {
        double sign = curvature(cells) <= 0 ? 1 : -1;
        int extreme = 1;
        for (int j = 2; j < cells.size() - 1; j++) {
            if (sign * cells.get(j).mean() > sign * cells.get(extreme).mean()) {
                extreme = j;
            }
        }
        CellMoments top = cells.get(extreme);
        double error = Math.sqrt(top.variance() / top.effectiveCount());
        List<Integer> flat = new ArrayList<>();
        for (int j = 1; j < cells.size() - 1; j++) {
            if (Math.abs(cells.get(j).mean() - top.mean()) <= error) {
                flat.add(j);
            }
        }
        return flat;
    }

    /** Sign of the quadratic term: covariance of the means with temperature squared, both freed of their linear trend. */
    private static double curvature(List<CellMoments> cells) {
        double n = 0;
        double x1 = 0;
        double x2 = 0;
        for (CellMoments cell : cells) {
            n += cell.n();
            x1 += cell.n() * cell.temperature();
            x2 += cell.n() * cell.temperature() * cell.temperature();
        }
        double centre = x1 / n;
        double spread = x2 / n - centre * centre;
        double skew = 0;
        for (CellMoments cell : cells) {
            skew += cell.n() * Math.pow(cell.temperature() - centre, 3) / n;
        }
        double curvature = 0;
        for (CellMoments cell : cells) {
            double x = cell.temperature() - centre;
            curvature += cell.n() * cell.mean() * (x * x - spread - x * skew / spread);
        }
        return curvature;
    }
}
