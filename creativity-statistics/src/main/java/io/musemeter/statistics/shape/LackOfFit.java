package io.musemeter.statistics.shape;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.effect.CellMoments;
import java.util.List;
import org.hipparchus.distribution.continuous.FDistribution;

/**
 * Whether cell means lie on a straight line, with variances that may differ: the approximate F test of Johansen (1980), of which
 * Welch's analysis of variance (1951) is the case without a slope.
 *
 * @param f the test statistic
 * @param freedom numerator degrees of freedom
 * @param denominatorFreedom denominator degrees of freedom
 * @param p its p-value: small when a line will not do
 */
public record LackOfFit(double f, double freedom, double denominatorFreedom, double p) {

    /** Tests a straight line; cells without a variance of their own are left out. */
    public static Answer<LackOfFit> ofLine(List<CellMoments> cells) {
        return test(cells, true);
    }

    /** Tests that temperature makes no difference at all. */
    public static Answer<LackOfFit> ofConstant(List<CellMoments> cells) {
        return test(cells, false);
    }

    private static Answer<LackOfFit> test(List<CellMoments> all, boolean sloped) {
        List<CellMoments> cells =
                all.stream().filter(cell -> !cell.degenerate()).toList();
        int freedom = cells.size() - (sloped ? 2 : 1);
        if (freedom < 1) {
            return Answer.unknown(Answer.Reason.TOO_FEW, "too few temperatures have five distinct texts with a spread");
        }
        WeightedLine line = WeightedLine.fit(cells, sloped);
        double statistic = 0;
        double correction = 0;
        for (CellMoments cell : cells) {
            double residual = cell.mean() - line.at(cell.temperature());
            statistic += WeightedLine.weight(cell) * residual * residual;
            double own = 1 - line.leverage(cell);
            correction += own * own / (cell.effectiveCount() - 1);
        }
        double scale = freedom + 2 * correction - 6 * correction / (freedom + 2);
        double denominatorFreedom = freedom * (freedom + 2) / (3 * correction);
        double f = statistic / scale;
        double p = 1 - new FDistribution(freedom, denominatorFreedom).cumulativeProbability(f);
        return Answer.known(new LackOfFit(f, freedom, denominatorFreedom, p));
    }
}
