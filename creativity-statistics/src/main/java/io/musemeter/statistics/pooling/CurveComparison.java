package io.musemeter.statistics.pooling;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.effect.CellMoments;
import io.musemeter.statistics.effect.Intervals;
import java.util.ArrayList;
import java.util.List;

/**
 * Two response curves, of two models, prompts or versions: how far apart they are at each common temperature, and which
 * temperature of the new one does what a temperature of the old one did.
 */
public final class CurveComparison {

    private static final int STEPS = 400;

    private final ResponseCurve before;
    private final ResponseCurve after;
    private final List<CellMoments> beforeCells;
    private final List<CellMoments> afterCells;
    private final double level;

    /** Compares the curve of {@code after} with that of {@code before}, both as cells on the effect scale. */
    public CurveComparison(List<CellMoments> before, List<CellMoments> after, double level) {
        this.before = new ResponseCurve(before);
        this.after = new ResponseCurve(after);
        this.beforeCells = before;
        this.afterCells = after;
        this.level = level;
    }

    /**
     * A difference at one temperature.
     *
     * @param temperature the temperature
     * @param difference new minus old, with a pointwise interval (Welch 1947)
     */
    public record Difference(double temperature, Estimate difference) {}

    /**
     * The temperature of the new curve at which it stands where the old one stood.
     *
     * @param old temperature of the old curve
     * @param estimate temperature of the new curve
     * @param low lower end of the temperatures that the data do not rule out (Fieller 1954, by inversion of a test)
     * @param high upper end
     * @param openBelow whether the data rule out nothing down to the lowest temperature measured
     * @param openAbove whether the data rule out nothing up to the highest temperature measured
     */
    public record Equivalent(
            double old, double estimate, double low, double high, boolean openBelow, boolean openAbove) {}

    /** Differences at the temperatures that both measured with five texts or more. */
    public List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        for (CellMoments old : beforeCells) {
            for (CellMoments fresh : afterCells) {
                if (old.temperature() == fresh.temperature() && !old.degenerate() && !fresh.degenerate()) {
                    ResponseCurve.Point point = ResponseCurve.Point.of(fresh, 1).minus(ResponseCurve.Point.of(old, 1));
                    differences.add(new Difference(
                            old.temperature(),
                            Intervals.student(
                                    point.mean(),
                                    Math.sqrt(point.variance()),
                                    point.freedom(),
                                    old.n() + fresh.n(),
                                    level)));
                }
            }
        }
        return List.copyOf(differences);
    }

    /** The temperature at which the new curve does what the old one did at {@code old}. */
    public Answer<Equivalent> equivalent(double old) {
        if (!before.covers(old) || after.isEmpty()) {
            return Answer.unknown(
                    Answer.Reason.NO_DATA, "temperature " + old + " is outside what the old curve measured");
        }
        ResponseCurve.Point target = before.at(old);
        double best = Double.POSITIVE_INFINITY;
        double estimate = after.first();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        boolean crosses = false;
        double previous = 0;
        for (int step = 0; step <= STEPS; step++) {
            double temperature = after.first() + (after.last() - after.first()) * step / STEPS;
            ResponseCurve.Point gap = after.at(temperature).minus(target);
            crosses |= step > 0 && previous * gap.mean() <= 0;
            previous = gap.mean();
            if (Math.abs(gap.mean()) < best) {
                best = Math.abs(gap.mean());
                estimate = temperature;
            }
            if (Math.abs(gap.mean()) <= Intervals.tQuantile(level, gap.freedom()) * Math.sqrt(gap.variance())) {
                low = Math.min(low, temperature);
                high = Math.max(high, temperature);
            }
        }
        if (low > high || (!crosses && best > 0)) {
            return Answer.unknown(
                    Answer.Reason.NOT_APPLICABLE,
                    "the new curve never reaches what the old one did at temperature " + old);
        }
        return Answer.known(new Equivalent(
                old,
                estimate,
                Math.min(low, estimate),
                Math.max(high, estimate),
                low <= after.first(),
                high >= after.last()));
    }
}
