package io.musemeter.statistics.sequence;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.effect.CellMoments;
import io.musemeter.statistics.effect.TemperatureSample;
import java.util.List;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * A non-asymptotic confidence sequence for the slope of a bounded metric. It needs no more of a temperature than n, mean and
 * variance, so it does not depend on the order in which scores came, and no more of the world than that the mean at a temperature
 * stays what it is.
 *
 * <p>With values scaled to [0, 1], a bet λ in (-1, 1) and a centre c in [0, 1], both fixed beforehand for each temperature,
 * {@code exp(Σ λ(x - μ) - ψ(|λ|)(x - c)²)} with {@code ψ(λ) = -log(1 - λ) - λ} is a supermartingale while the means are μ (Fan,
 * Grama and Liu 2015; Howard, Ramdas, McAuliffe and Sekhon 2021), and exceeds 1/α with probability at most α, ever (Ville 1939).
 * Bets that grow with temperature around a pivot bound the error of the slope, which is {@code Σ (t - t̄)(x - μ) / Sxx}; constant
 * bets bound the error of the mean, which makes up for a pivot that is not quite t̄. Bets are mixed over sizes and signs; a size
 * that would stake too much at some temperature is left out of the sum, which only widens the interval. Centres lie on lines over
 * temperature. Every pivot and every line of a fixed set gets its share of α, and the nearest are used.
 */
public final class BoundedSlope {

    private static final int SIZES = 22;
    private static final double LARGEST_SIZE = 64;
    private static final double LARGEST_BET = 0.95;
    private static final int LEVELS = 9;
    private static final double[] INCLINES = {-0.3, -0.1, 0, 0.1, 0.3};
    private static final int PIVOTS_PER_UNIT = 10;
    private static final double HIGHEST = 5;
    private static final double PIVOTS = HIGHEST * PIVOTS_PER_UNIT + 1;
    private static final double LINES = LEVELS * INCLINES.length;
    private static final double SHARE_OF_MEAN = 0.1;
    private static final int ENOUGH_TEXTS = 5;
    private static final int EVALUATIONS = 200;
    private static final double PRECISION = 1e-10;

    private BoundedSlope() {}

    /**
     * The interval for now.
     *
     * @param sample scores since the epoch, on a linear scale
     * @param low least value of the metric
     * @param high greatest value of the metric
     * @param alpha rate of missing the truth at any time
     * @throws IllegalArgumentException when the range is empty or alpha is outside (0, 1)
     */
    public static Answer<ConfidenceInterval> of(TemperatureSample sample, double low, double high, double alpha) {
        if (!(low < high)) {
            throw new IllegalArgumentException("low, high: [" + low + ", " + high + "] is no range");
        }
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha: " + alpha + " is outside (0, 1)");
        }
        if (sample.n() == 0) {
            return Answer.unknown(Answer.Reason.NO_DATA, "nothing was scored");
        }
        if (sample.cells().size() < 2) {
            return Answer.unknown(Answer.Reason.ONE_TEMPERATURE, "there is one temperature only");
        }
        if (sample.cells().stream().anyMatch(cell -> cell.distinctTexts() < ENOUGH_TEXTS)) {
            return Answer.unknown(Answer.Reason.TOO_FEW, "a temperature has fewer than five distinct texts");
        }
        if (sample.cells().stream().anyMatch(cell -> cell.stories() < cell.n())) {
            return Answer.unknown(
                    Answer.Reason.NOT_APPLICABLE, "several ratings of one story are not independent of each other");
        }
        return Answer.known(interval(sample.cells(), low, high, alpha));
    }

    private static ConfidenceInterval interval(List<CellMoments> cells, double low, double high, double alpha) {
        double n = 0;
        double sum = 0;
        for (CellMoments cell : cells) {
            n += cell.n();
            sum += cell.n() * cell.temperature();
        }
        double centre = sum / n;
        double spread = 0;
        double covariation = 0;
        for (CellMoments cell : cells) {
            double away = cell.temperature() - centre;
            spread += cell.n() * away * away;
            covariation += cell.n() * away * cell.mean();
        }
        double pivot = Math.rint(centre * PIVOTS_PER_UNIT) / PIVOTS_PER_UNIT;
        double[] around = around(cells, low, high - low);
        double[] leaning =
                cells.stream().mapToDouble(cell -> cell.temperature() - pivot).toArray();
        double[] even = cells.stream().mapToDouble(cell -> 1).toArray();
        double leaningError = reach(leaning, around, Math.log(PIVOTS * LINES / (alpha * (1 - SHARE_OF_MEAN))));
        double evenError = reach(even, around, Math.log(LINES / (alpha * SHARE_OF_MEAN)));
        double estimate = covariation / spread;
        double most = (leaningError + Math.abs(centre - pivot) * evenError) / spread * (high - low);
        return new ConfidenceInterval(
                estimate, estimate - most, estimate + most, Math.round(n), ConfidenceInterval.Guarantee.NON_ASYMPTOTIC);
    }

    /** The greatest error {@code |Σ direction (x - μ)|} that the mixture of bets along a direction does not rule out. */
    private static double reach(double[] directions, double[] around, double budget) {
        double[] penalties = new double[SIZES];
        double most = Double.POSITIVE_INFINITY;
        for (int i = 0; i < SIZES; i++) {
            penalties[i] = Math.log(2 * SIZES);
            for (int j = 0; j < around.length; j++) {
                double bet = size(i) * Math.abs(directions[j]);
                penalties[i] += bet <= LARGEST_BET ? penalty(bet) * around[j] : Double.POSITIVE_INFINITY;
            }
            most = Math.min(most, (budget + penalties[i]) / size(i));
        }
        UnivariateFunction excess = error -> logCapital(penalties, error) - budget;
        // One bet alone rules out what lies beyond; all of them together a little less.
        double error = excess.value(0) >= 0
                ? 0
                : new BracketingNthOrderBrentSolver(PRECISION, PRECISION * most, 5).solve(EVALUATIONS, excess, 0, most);
        return error + PRECISION * most;
    }

    private static double logCapital(double[] penalties, double error) {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < SIZES; i++) {
            greatest = Math.max(greatest, size(i) * error - penalties[i]);
        }
        double sum = 0;
        for (int i = 0; i < SIZES; i++) {
            sum += Math.exp(size(i) * error - penalties[i] - greatest)
                    + Math.exp(-size(i) * error - penalties[i] - greatest);
        }
        return greatest + Math.log(sum);
    }

    /** ψ of a bet. */
    static double penalty(double bet) {
        return -Math.log1p(-bet) - bet;
    }

    private static double size(int index) {
        return Math.scalb(LARGEST_SIZE, -index);
    }

    /** Sums of squares around the line of the fixed set that lies nearest to the means, by temperature, in squared ranges. */
    private static double[] around(List<CellMoments> cells, double low, double range) {
        double[] nearest = new double[cells.size()];
        double least = Double.POSITIVE_INFINITY;
        for (int level = 0; level < LEVELS; level++) {
            for (double incline : INCLINES) {
                double[] sums = new double[nearest.length];
                double total = 0;
                for (int j = 0; j < sums.length; j++) {
                    CellMoments cell = cells.get(j);
                    double line = (level + 0.5) / LEVELS + incline * (cell.temperature() - 1);
                    double gap = (cell.mean() - low) / range - Math.max(0, Math.min(1, line));
                    sums[j] = cell.variance() / range / range * (cell.n() - 1) + cell.n() * gap * gap;
                    total += sums[j];
                }
                if (total < least) {
                    least = total;
                    nearest = sums;
                }
            }
        }
        return nearest;
    }
}
