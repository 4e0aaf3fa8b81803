package io.musemeter.statistics.policy;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.cell.Temperature;
import io.musemeter.statistics.effect.Intervals;
import io.musemeter.statistics.sequence.AsymptoticSequence;
import io.musemeter.statistics.sequence.ConfidenceInterval;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much higher the mean of a metric would be under one policy than under another, from stories whose temperature was assigned
 * at random.
 *
 * @param hajek by inverse probability weights, normalised within each temperature (Hájek 1971)
 * @param doublyRobust a line over temperature corrected by weighted residuals: right because the probabilities are known, whether
 *     or not the metric follows a line, and less variable the nearer it does (Robins, Rotnitzky and Zhao 1994)
 * @param atAnyTime the doubly robust difference with an interval that may be looked at at any time (arXiv 2103.06476)
 * @param n scores used
 * @param stories different stories behind them: fewer where several people rated a story
 * @param effectiveCount equally weighted scores that would say as much, over the temperatures that matter
 * @param truncatedShare share of the scores whose weight was cut, in [0, 1]: where it is not 0 both differences lean
 * @param unscoredShare share of the assigned stories without a value, in [0, 1]
 */
public record PolicyDifference(
        Estimate hajek,
        Estimate doublyRobust,
        ConfidenceInterval atAnyTime,
        long n,
        long stories,
        double effectiveCount,
        double truncatedShare,
        double unscoredShare) {

    /** Confidence level of every interval. */
    static final double LEVEL = 0.95;

    private static final long ENOUGH = 5;

    /** Number of stories at which {@link #atAnyTime} is tightest. */
    static final long TIGHTEST_AT = 1_000;

    /**
     * The difference {@code after - before}.
     *
     * @param arms stories by assigned temperature
     * @param before the policy compared with
     * @param after the policy in question
     */
    public static Answer<PolicyDifference> of(List<AssignedArm> arms, Policy before, Policy after) {
        if (arms.isEmpty()) {
            return Answer.unknown(Answer.Reason.NO_DATA, "no story had its temperature assigned at random");
        }
        Optional<Temperature> missing = Stream.concat(
                        before.shares().keySet().stream(), after.shares().keySet().stream())
                .filter(t -> arms.stream().noneMatch(arm -> arm.temperature().equals(t) && arm.stories() >= ENOUGH))
                .sorted()
                .findFirst();
        if (missing.isPresent()) {
            return Answer.unknown(
                    Answer.Reason.TOO_FEW,
                    "temperature " + missing.get() + " was assigned to fewer than five scored stories");
        }
        if (before.equals(after)) {
            return Answer.unknown(Answer.Reason.NOT_APPLICABLE, "the two policies are the same");
        }
        double[] contrast = arms.stream()
                .mapToDouble(arm -> after.share(arm.temperature()) - before.share(arm.temperature()))
                .toArray();
        double freedom = freedom(arms, contrast);
        long n = arms.stream().mapToLong(AssignedArm::n).sum();
        long stories = arms.stream().mapToLong(AssignedArm::stories).sum();
        if (relevant(arms, contrast).noneMatch(arm -> arm.spread() > 0)) {
            return Answer.unknown(Answer.Reason.NO_VARIANCE, "values do not vary within the temperatures");
        }
        Estimate robust = doublyRobust(arms, contrast, freedom, n);
        return AsymptoticSequence.at(robust, stories, 1 - LEVEL, TIGHTEST_AT)
                .map(anyTime -> new PolicyDifference(
                        hajek(arms, contrast, freedom, n),
                        robust,
                        anyTime,
                        n,
                        stories,
                        relevant(arms, contrast)
                                .mapToDouble(AssignedArm::effectiveCount)
                                .sum(),
                        share(
                                relevant(arms, contrast)
                                        .mapToLong(AssignedArm::truncated)
                                        .sum(),
                                n),
                        share(
                                arms.stream().mapToLong(AssignedArm::unscored).sum(),
                                n
                                        + arms.stream()
                                                .mapToLong(AssignedArm::unscored)
                                                .sum())));
    }

    private static Estimate hajek(List<AssignedArm> arms, double[] contrast, double freedom, long n) {
        double difference = 0;
        double variance = 0;
        for (int j = 0; j < contrast.length; j++) {
            if (contrast[j] != 0) {
                difference += contrast[j] * arms.get(j).mean();
                variance += contrast[j] * contrast[j] * arms.get(j).varianceOfMean();
            }
        }
        return Intervals.student(difference, Math.sqrt(variance), freedom, n, LEVEL);
    }

    private static Estimate doublyRobust(List<AssignedArm> arms, double[] contrast, double freedom, long n) {
        double[] line = line(arms);
        double difference = 0;
        double sum = 0;
        double squares = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < contrast.length; j++) {
            AssignedArm arm = arms.get(j);
            double model = line[0] + line[1] * arm.temperature().value();
            difference += contrast[j] * model;
            sum += contrast[j] * arm.weight() * (arm.mean() - model);
            squares += contrast[j] * contrast[j] * arm.spreadAround(model) * arm.ratings();
            least = Math.min(least, arm.ratings());
        }
        // What is taken off for the mean is taken off at the least number of ratings, so that no variance falls below
        // that.
        double variance = (squares - least * sum * sum / n) / n / (n - 1.0);
        return Intervals.student(difference + sum / n, Math.sqrt(Math.max(0, variance)), freedom, n, LEVEL);
    }

    /** Welch's and Satterthwaite's degrees of freedom with Kish's counts; 0 where nothing varies. */
    private static double freedom(List<AssignedArm> arms, double[] contrast) {
        double variance = 0;
        double squares = 0;
        for (int j = 0; j < contrast.length; j++) {
            if (contrast[j] != 0) {
                double part = contrast[j] * contrast[j] * arms.get(j).varianceOfMean();
                variance += part;
                squares += part * part / Math.max(1, arms.get(j).effectiveCount() - 1);
            }
        }
        return squares == 0 ? 1 : variance * variance / squares;
    }

    /** Intercept and slope of the least-squares line through the means, each with its number of scores. */
    private static double[] line(List<AssignedArm> arms) {
        double n = 0;
        double t = 0;
        double y = 0;
        for (AssignedArm arm : arms) {
            n += arm.n();
            t += arm.n() * arm.temperature().value();
            y += arm.n() * arm.mean();
        }
        double meanT = t / n;
        double meanY = y / n;
        double tt = 0;
        double ty = 0;
        for (AssignedArm arm : arms) {
            double away = arm.temperature().value() - meanT;
            tt += arm.n() * away * away;
            ty += arm.n() * away * (arm.mean() - meanY);
        }
        double slope = tt == 0 ? 0 : ty / tt;
        return new double[] {meanY - slope * meanT, slope};
    }

    private static Stream<AssignedArm> relevant(List<AssignedArm> arms, double[] contrast) {
        return IntStream.range(0, contrast.length).filter(j -> contrast[j] != 0).mapToObj(arms::get);
    }

    private static double share(long part, long all) {
        return all == 0 ? 0 : part / (double) all;
    }
}
