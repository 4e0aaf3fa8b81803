package io.musemeter.statistics.sequence;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;

/**
 * The asymptotic confidence sequence of Waudby-Smith, Arbour, Sinha, Kennedy and Ramdas (arXiv 2103.06476, theorem 2.2): around an
 * estimate that is asymptotically a mean, {@code σ sqrt(2 (nρ² + 1) / (n²ρ²) log(sqrt(nρ² + 1) / α))}. It needs no randomisation
 * and no bounds, only the estimate and its standard error, and its promise holds only as n grows.
 */
public final class AsymptoticSequence {

    /** Independent stories from which its rate of missing was measured; there is no interval before. */
    public static final long LEAST_STORIES = 30;

    private AsymptoticSequence() {}

    /**
     * The interval for now; none before {@value #LEAST_STORIES} stories.
     *
     * @param estimate the estimate over all data since the epoch
     * @param stories independent stories that its error counts: fewer than scores where some are copies, or rated several times
     * @param alpha rate of missing the truth at any time
     * @param tightestAt number of stories at which the sequence is to be tightest
     * @throws IllegalArgumentException when alpha is outside (0, 1) or tightestAt is below 1
     */
    public static Answer<ConfidenceInterval> at(Estimate estimate, long stories, double alpha, long tightestAt) {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha: " + alpha + " is outside (0, 1)");
        }
        if (tightestAt < 1) {
            throw new IllegalArgumentException("tightestAt: " + tightestAt + " is below 1");
        }
        if (stories < LEAST_STORIES) {
            return Answer.unknown(
                    Answer.Reason.TOO_FEW,
                    "fewer than " + LEAST_STORIES
                            + " stories are too few for a promise that holds as they grow in number");
        }
        double n = (double) stories;
        double reach = reach(n, estimate.standardError() * Math.sqrt(n), alpha, tightestAt);
        return Answer.known(new ConfidenceInterval(
                estimate.estimate(),
                estimate.estimate() - reach,
                estimate.estimate() + reach,
                estimate.n(),
                ConfidenceInterval.Guarantee.ASYMPTOTIC));
    }

    /**
     * Half the width of the interval after n stories.
     *
     * @param n number of independent stories, at least 1
     * @param deviation standard error times the root of n
     * @param alpha rate of missing the truth at any time, in (0, 1)
     * @param tightestAt number of stories at which the sequence is to be tightest
     */
    public static double reach(double n, double deviation, double alpha, long tightestAt) {
        double logs = -2 * Math.log(alpha);
        double rhoSquared = (logs + Math.log(logs + 1)) / tightestAt;
        double scaled = n * rhoSquared + 1;
        return deviation * Math.sqrt(2 * scaled / (n * n * rhoSquared) * Math.log(Math.sqrt(scaled) / alpha));
    }
}
