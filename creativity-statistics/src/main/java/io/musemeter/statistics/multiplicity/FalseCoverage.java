package io.musemeter.statistics.multiplicity;

import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.effect.Intervals;
import java.util.List;
import java.util.OptionalDouble;

/** Intervals of selected series: the false coverage rate of Benjamini and Yekutieli (2005). */
public final class FalseCoverage {

    private FalseCoverage() {}

    /**
     * The level at which to form the interval of each of the selected series, so that the expected share of those that miss is
     * at most alpha.
     *
     * @param selected number of series singled out
     * @param total number of series looked at
     * @param alpha rate for the selected ones together
     * @throws IllegalArgumentException when selected is outside 1..total
     */
    public static double level(int selected, int total, double alpha) {
        if (selected < 1 || selected > total) {
            throw new IllegalArgumentException("selected: " + selected + " is outside 1.." + total);
        }
        return 1 - alpha * selected / total;
    }

    /**
     * The level for the slopes that are discoveries among the tests of one window and tick.
     *
     * @param q tests judged together, as q-values
     * @param rate of false discoveries, and of intervals that miss among those found
     * @return empty when no slope is a discovery
     */
    public static OptionalDouble level(List<HeadlineTests> q, double rate) {
        int total = (int) q.stream().filter(tests -> tests.slope().isPresent()).count();
        int found = (int) q.stream().filter(tests -> tests.finds(rate)).count();
        return found == 0 ? OptionalDouble.empty() : OptionalDouble.of(level(found, total, rate));
    }

    /**
     * The interval of a selected slope at the adjusted level; estimate, p-value and error stay what they are.
     *
     * @param slope a slope whose interval is that of Student's t
     * @param level from {@link #level}
     */
    public static Estimate adjusted(Estimate slope, double level) {
        return Intervals.student(slope.estimate(), slope.standardError(), slope.degreesOfFreedom(), slope.n(), level);
    }
}
