package io.musemeter.statistics.pooling;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.effect.CellMoments;
import io.musemeter.statistics.effect.Intervals;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

/**
 * Two response curves, of two models, prompts or versions: how far apart they are at each common temperature and on the whole, and
 * which temperature of the new one does what a temperature of the old one did.
 */
public final class CurveComparison {

    private static final int STEPS = 400;
    private static final int HALVINGS = 60;

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
     * @param estimate temperature of the new curve; empty where its means never meet the old one, though the data do not rule out that
     *     the curve does
     * @param low lower end of the temperatures that the data do not rule out (Fieller 1954, by inversion of a test)
     * @param high upper end
     * @param openBelow whether the data rule out nothing down to the lowest temperature measured
     * @param openAbove whether the data rule out nothing up to the highest temperature measured
     */
    public record Equivalent(
            double old, OptionalDouble estimate, double low, double high, boolean openBelow, boolean openAbove) {}

    /** Differences at the temperatures that both measured with five texts or more; each interval for itself. */
    public List<Difference> differences() {
        return differences(level);
    }

    /** The same with intervals that hold all at once (Bonferroni). */
    public List<Difference> simultaneousDifferences() {
        int common = differences(level).size();
        return common == 0 ? List.of() : differences(1 - (1 - level) / common);
    }

    /** The mean difference over the common temperatures, each counted alike, whatever the numbers of stories. */
    public Answer<Estimate> average() {
        List<Pair> pairs = pairs();
        if (pairs.isEmpty()) {
            return Answer.unknown(
                    Answer.Reason.NO_DATA, "the curves have no temperature in common with five distinct texts each");
        }
        ResponseCurve.Point sum = pairs.get(0).difference(1.0 / pairs.size());
        long n = pairs.get(0).n();
        for (Pair pair : pairs.subList(1, pairs.size())) {
            sum = sum.plus(pair.difference(1.0 / pairs.size()));
            n += pair.n();
        }
        return Answer.known(Intervals.student(sum.mean(), Math.sqrt(sum.variance()), sum.freedom(), n, level));
    }

    /** The temperature at which the new curve does what the old one did at {@code old}. */
    public Answer<Equivalent> equivalent(double old) {
        if (!before.covers(old) || after.isEmpty()) {
            return Answer.unknown(
                    Answer.Reason.NO_DATA, "temperature " + old + " is outside what the old curve measured");
        }
        Gap gap = new Gap(before.at(old));
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        OptionalDouble crossing = OptionalDouble.empty();
        for (int step = 0; step <= STEPS; step++) {
            double temperature = gridPoint(step);
            if (gap.possible(temperature)) {
                low = Math.min(low, step == 0 ? temperature : edge(gridPoint(step - 1), temperature, gap::possible));
                high = Math.max(
                        high, step == STEPS ? temperature : edge(gridPoint(step + 1), temperature, gap::possible));
            }
            if (crossing.isEmpty() && gap.none(temperature)) {
                crossing = OptionalDouble.of(temperature);
            }
            if (crossing.isEmpty() && step > 0 && gap.above(gridPoint(step - 1)) != gap.above(temperature)) {
                boolean target = gap.above(temperature);
                crossing = OptionalDouble.of(edge(gridPoint(step - 1), temperature, t -> gap.above(t) == target));
            }
        }
        // An estimate is never ruled out itself, but may be the only point that is not.
        low = Math.min(low, crossing.orElse(low));
        high = Math.max(high, crossing.orElse(high));
        if (low > high) {
            return Answer.unknown(
                    Answer.Reason.NOT_APPLICABLE,
                    "the new curve never reaches what the old one did at temperature " + old);
        }
        return Answer.known(new Equivalent(old, crossing, low, high, low <= after.first(), high >= after.last()));
    }

    private double gridPoint(int step) {
        return step == STEPS ? after.last() : after.first() + (after.last() - after.first()) * step / STEPS;
    }

    /** Where a condition begins to hold between a temperature and one at which it does. */
    private static double edge(double from, double holds, DoublePredicate condition) {
        if (condition.test(from)) {
            return from;
        }
        double without = from;
        double with = holds;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (without + with) / 2;
            if (condition.test(middle)) {
                with = middle;
            } else {
                without = middle;
            }
        }
        return with;
    }

    private List<Difference> differences(double confidence) {
        return pairs().stream()
                .map(pair -> {
                    ResponseCurve.Point point = pair.difference(1);
                    return new Difference(
                            pair.old().key(),
                            Intervals.student(
                                    point.mean(), Math.sqrt(point.variance()), point.freedom(), pair.n(), confidence));
                })
                .toList();
    }

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (CellMoments old : beforeCells) {
            for (CellMoments fresh : afterCells) {
                if (old.key() == fresh.key() && !old.degenerate() && !fresh.degenerate()) {
                    pairs.add(new Pair(old, fresh));
                }
            }
        }
        return pairs;
    }

    /** The two cells of a common temperature. */
    private record Pair(CellMoments old, CellMoments fresh) {

        ResponseCurve.Point difference(double weight) {
            return ResponseCurve.Point.of(fresh, weight).minus(ResponseCurve.Point.of(old, weight));
        }

        long n() {
            return old.n() + fresh.n();
        }
    }

    /** How far the new curve is from where the old one stood. */
    private final class Gap {

        private final ResponseCurve.Point target;

        Gap(ResponseCurve.Point target) {
            this.target = target;
        }

        boolean none(double temperature) {
            return at(temperature).mean() == 0;
        }

        boolean above(double temperature) {
            return at(temperature).mean() > 0;
        }

        boolean possible(double temperature) {
            ResponseCurve.Point gap = at(temperature);
            return Math.abs(gap.mean()) <= Intervals.tQuantile(level, gap.freedom()) * Math.sqrt(gap.variance());
        }

        private ResponseCurve.Point at(double temperature) {
            return after.at(temperature).minus(target);
        }
    }
}
