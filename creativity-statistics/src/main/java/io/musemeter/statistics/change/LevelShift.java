package io.musemeter.statistics.change;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.effect.CellMoments;
import java.util.List;

/**
 * The level of a pane against a reference, as one standardised number: scores minus the reference mean at their own temperature,
 * weighted by precision and divided by the standard error of all that. A change in the mix of temperatures moves it not at all.
 */
public final class LevelShift {

    /** Width of a fine bucket of temperatures: means of one bucket that lie further apart are different temperatures. */
    private static final double MOST_APART = 0.04;

    private LevelShift() {}

    /**
     * About standard normal while the level at each temperature is that of the reference.
     *
     * @param reference cells of a period taken as normal
     * @param pane cells of the pane, on the same scale; temperatures without a reference variance are left out,
     *     and so are wide buckets in which the stories have moved
     */
    public static Answer<Double> of(List<CellMoments> reference, List<CellMoments> pane) {
        double sum = 0;
        double precision = 0;
        for (CellMoments now : pane) {
            for (CellMoments then : reference) {
                if (then.key() == now.key() && near(then, now) && !then.degenerate()) {
                    double variance = then.variance() / now.effectiveCount() + then.variance() / then.effectiveCount();
                    sum += (now.mean() - then.mean()) / variance;
                    precision += 1 / variance;
                }
            }
        }
        if (precision == 0) {
            return Answer.unknown(Answer.Reason.NO_DATA, "the pane has no temperature in common with the reference");
        }
        return Answer.known(sum / Math.sqrt(precision));
    }

    private static boolean near(CellMoments then, CellMoments now) {
        return Math.abs(then.temperature() - now.temperature()) <= MOST_APART;
    }
}
