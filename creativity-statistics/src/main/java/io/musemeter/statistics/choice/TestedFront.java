package io.musemeter.statistics.choice;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.effect.CellMoments;
import java.util.ArrayList;
import java.util.List;

/**
 * The trade-off of two goals over temperature, such as novelty against coherence, with what is sure about it. By the means alone
 * ({@link ParetoFront}) a front is too bold. So a temperature is called surely beaten only when one other does better on both goals,
 * each by a one-sided Welch test with Bonferroni's share over all pairs. Both tests must agree (Berger 1982), which needs no further
 * share: with the stated confidence no temperature of the true front is called beaten.
 *
 * @param points every temperature at which both metrics have a variance, ascending
 */
public record TestedFront(List<Point> points) {

    /**
     * A temperature with what it achieves.
     *
     * @param temperature the temperature, or the lower edge of its bucket
     * @param first mean of the first metric
     * @param second mean of the second
     * @param onFront whether no other temperature has better means on both
     * @param surelyBeaten whether some other temperature is surely better on both
     */
    public record Point(double temperature, double first, double second, boolean onFront, boolean surelyBeaten) {}

    /**
     * Tests two metrics of the same stories.
     *
     * @param first cells of the first metric, for example novelty
     * @param firstGoal what one wants of it
     * @param second cells of the second metric
     * @param secondGoal what one wants of that
     * @param level confidence for all points together
     */
    public static Answer<TestedFront> of(
            List<CellMoments> first, Goal firstGoal, List<CellMoments> second, Goal secondGoal, double level) {
        List<Pair> pairs = pairs(first, second);
        if (pairs.size() < 2) {
            return Answer.unknown(
                    Answer.Reason.TOO_FEW,
                    "fewer than two temperatures have five distinct texts with a spread in both metrics");
        }
        double alpha = (1 - level) / (pairs.size() * (pairs.size() - 1.0));
        List<ParetoFront.Point> front = ParetoFront.of(
                pairs.stream().map(pair -> pair.towards(firstGoal, secondGoal)).toList());
        List<Point> points = new ArrayList<>();
        for (Pair pair : pairs) {
            points.add(new Point(
                    pair.first().key(),
                    pair.first().mean(),
                    pair.second().mean(),
                    front.contains(pair.towards(firstGoal, secondGoal)),
                    pairs.stream().anyMatch(other -> other.surelyBeats(pair, firstGoal, secondGoal, alpha))));
        }
        return Answer.known(new TestedFront(List.copyOf(points)));
    }

    private static List<Pair> pairs(List<CellMoments> first, List<CellMoments> second) {
        List<Pair> pairs = new ArrayList<>();
        for (CellMoments one : first) {
            for (CellMoments other : second) {
                if (one.key() == other.key() && !one.degenerate() && !other.degenerate()) {
                    pairs.add(new Pair(one, other));
                }
            }
        }
        return pairs;
    }

    private record Pair(CellMoments first, CellMoments second) {

        ParetoFront.Point towards(Goal firstGoal, Goal secondGoal) {
            return new ParetoFront.Point(
                    first.key(), firstGoal.towards(first.mean()), secondGoal.towards(second.mean()));
        }

        boolean surelyBeats(Pair other, Goal firstGoal, Goal secondGoal, double alpha) {
            return MeanDifference.of(first, other.first, firstGoal).surelyPositive(alpha)
                    && MeanDifference.of(second, other.second, secondGoal).surelyPositive(alpha);
        }
    }
}
