package io.musemeter.statistics.effect;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;

/**
 * Concordance of temperature and value over pairs of stories: Kendall's tau-b (1945), corrected for ties in both, and Somers' D
 * (1962), the surplus of concordant pairs among those that differ in temperature. Variances are those of a U-statistic in strata,
 * one per temperature (Hoeffding 1948): the spread, within a temperature, of each score's net number of concordant pairs.
 */
public final class Concordance {

    private Concordance() {}

    /** tau-b with an interval. */
    public static Answer<Estimate> kendall(TemperatureSample sample, double level) {
        return counted(sample).then(pairs -> {
            double tau = pairs.tauB();
            RankTable table = sample.ranks();
            double[][] influence = pairs.net();
            double root = Math.sqrt(pairs.untiedInRow() * pairs.untiedInColumn());
            for (int j = 0; j < table.height(); j++) {
                for (int c = 0; c < table.width(); c++) {
                    double notTied = table.total() - table.column(c);
                    influence[j][c] =
                            table.total() * (influence[j][c] / root - tau * notTied / (2 * pairs.untiedInColumn()));
                }
            }
            return RankInfluence.variance(sample, influence)
                    .then(variance -> Intervals.coefficient(tau, variance, sample.n(), level));
        });
    }

    /** Somers' D of value given temperature, with an interval. */
    public static Answer<Estimate> somers(TemperatureSample sample, double level) {
        return counted(sample).then(pairs -> {
            double d = pairs.somersD();
            RankTable table = sample.ranks();
            double[][] influence = pairs.net();
            for (double[] row : influence) {
                for (int c = 0; c < row.length; c++) {
                    row[c] *= table.total() / pairs.untiedInRow();
                }
            }
            return RankInfluence.variance(sample, influence)
                    .then(variance -> Intervals.coefficient(d, variance, sample.n(), level));
        });
    }

    static Answer<PairCounts> counted(TemperatureSample sample) {
        RankTable table = sample.ranks();
        if (sample.n() == 0) {
            return Answer.unknown(Answer.Reason.NO_DATA, "nothing was scored");
        }
        if (table.height() < 2) {
            return Answer.unknown(Answer.Reason.ONE_TEMPERATURE, "there is one temperature only");
        }
        if (table.width() < 2) {
            return Answer.unknown(Answer.Reason.NO_VARIANCE, "every value is the same");
        }
        return Answer.known(PairCounts.of(table));
    }
}
