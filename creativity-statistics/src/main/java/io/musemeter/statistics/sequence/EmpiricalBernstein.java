package io.musemeter.statistics.sequence;

import io.musemeter.statistics.Answer;

/**
 * A confidence sequence for the mean of a bounded quantity, valid at all times at once and without assumptions beyond the bounds
 * and a constant conditional mean: the predictable-mixture empirical-Bernstein sequence of Waudby-Smith and Ramdas (2024, theorem
 * 2), intersected over time.
 *
 * <p>A value: adding an observation gives the next state. Its state is a few numbers, whatever the length of the run.
 */
public final class EmpiricalBernstein {

    private static final double LARGEST_BET = 0.5;
    private static final double PRIOR_MEAN = 0.5;
    private static final double PRIOR_VARIANCE = 0.25;

    private final double low;
    private final double high;
    private final double alpha;
    private final long count;
    private final double sum;
    private final double squares;
    private final double bets;
    private final double weighted;
    private final double penalty;
    private final double lowest;
    private final double highest;

    private EmpiricalBernstein(
            double low,
            double high,
            double alpha,
            long count,
            double sum,
            double squares,
            double bets,
            double weighted,
            double penalty,
            double lowest,
            double highest) {
        this.low = low;
        this.high = high;
        this.alpha = alpha;
        this.count = count;
        this.sum = sum;
        this.squares = squares;
        this.bets = bets;
        this.weighted = weighted;
        this.penalty = penalty;
        this.lowest = lowest;
        this.highest = highest;
    }

    /**
     * Before the first observation.
     *
     * @throws IllegalArgumentException when the range is empty or alpha is outside (0, 1)
     */
    public static EmpiricalBernstein start(double low, double high, double alpha) {
        if (!(low < high)) {
            throw new IllegalArgumentException("low, high: [" + low + ", " + high + "] is no range");
        }
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha: " + alpha + " is outside (0, 1)");
        }
        return new EmpiricalBernstein(low, high, alpha, 0, 0, 0, 0, 0, 0, 0, 1);
    }

    /**
     * The state after one more observation.
     *
     * @throws IllegalArgumentException when it lies outside the bounds
     */
    public EmpiricalBernstein next(double observation) {
        if (!(observation >= low && observation <= high)) {
            throw new IllegalArgumentException(
                    "observation: " + observation + " is outside [" + low + ", " + high + "]");
        }
        double x = (observation - low) / (high - low);
        double meanBefore = (PRIOR_MEAN + sum) / (count + 1);
        double varianceBefore = (PRIOR_VARIANCE + squares) / (count + 1);
        double t = count + 1.0;
        double bet = Math.min(LARGEST_BET, Math.sqrt(2 * Math.log(2 / alpha) / (varianceBefore * t * Math.log(1 + t))));
        double surprise = (x - meanBefore) * (x - meanBefore);
        double nextBets = bets + bet;
        double nextWeighted = weighted + bet * x;
        double nextPenalty = penalty + surprise * (-Math.log1p(-bet) - bet);
        double centre = nextWeighted / nextBets;
        double reach = (Math.log(2 / alpha) + nextPenalty) / nextBets;
        double meanAfter = (PRIOR_MEAN + sum + x) / (count + 2);
        return new EmpiricalBernstein(
                low,
                high,
                alpha,
                count + 1,
                sum + x,
                squares + (x - meanAfter) * (x - meanAfter),
                nextBets,
                nextWeighted,
                nextPenalty,
                Math.max(lowest, centre - reach),
                Math.min(highest, centre + reach));
    }

    /**
     * The interval now: never wider than any before. There is none once the intervals have no point in common: then the conditional
     * mean moved, and the sequence must be started afresh.
     */
    public Answer<ConfidenceInterval> interval() {
        if (contradicted()) {
            return Answer.unknown(
                    Answer.Reason.NOT_APPLICABLE, "the mean moved during the epoch; the sequence has to start afresh");
        }
        double estimate = count == 0 ? PRIOR_MEAN : sum / count;
        return Answer.known(new ConfidenceInterval(
                low + (high - low) * estimate,
                low + (high - low) * lowest,
                low + (high - low) * highest,
                count,
                ConfidenceInterval.Guarantee.NON_ASYMPTOTIC));
    }

    /** Whether the intervals no longer have a point in common: the mean was not constant. */
    public boolean contradicted() {
        return lowest > highest;
    }
}
