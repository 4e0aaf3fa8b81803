package io.musemeter.statistics.effect;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;

/**
 * Spearman's rank correlation with midranks (1904). The interval holds temperatures fixed: the influence of one score on rho is
 * taken through its own rank, through the ranks of all others, and through the ties, and its variance within temperatures is
 * summed.
 */
public final class Spearman {

    private Spearman() {}

    /** rho with an interval; from bins when the series has too many distinct values, see {@link #bound}. */
    public static Answer<Estimate> of(TemperatureSample sample, double level) {
        return pointEstimate(sample)
                .then(rho -> RankInfluence.variance(sample, influence(sample.ranks(), rho))
                        .then(variance -> Intervals.coefficient(rho, variance, sample.n(), level)));
    }

    /** rho alone. */
    static Answer<Double> pointEstimate(TemperatureSample sample) {
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
        return Answer.known(RankMoments.of(table).correlation());
    }

    /**
     * Where rho of the unbinned values lies, given rho of the binned ones. A bin's midrank is the mean of the midranks in it, so
     * the two rankings correlate with at least k, the ratio of their standard deviations; with angles a = acos(rho binned) and
     * c = acos(k), rho lies in [cos(a + c), cos(a - c)], which is inside k·rho ± sqrt(1 - k²). Exact values give a width of 0.
     */
    public static Answer<RhoBound> bound(TemperatureSample sample) {
        return pointEstimate(sample).map(rho -> {
            if (!sample.binnedValues()) {
                return new RhoBound(rho, rho, 1);
            }
            double n = sample.n();
            double untied = (1 - 1 / (n * n)) / 12;
            double k = Math.min(1, Math.sqrt(RankMoments.of(sample.ranks()).columnVariance() / untied));
            double a = Math.acos(Math.max(-1, Math.min(1, rho)));
            double c = Math.acos(k);
            return new RhoBound(Math.cos(Math.min(Math.PI, a + c)), Math.cos(Math.max(0, a - c)), k);
        });
    }

    /**
     * A bound on the error of binning.
     *
     * @param low least possible rho
     * @param high greatest possible rho
     * @param k least possible correlation of binned with exact midranks
     */
    public record RhoBound(double low, double high, double k) {}

    private static double[][] influence(RankTable table, double rho) {
        RankMoments moments = RankMoments.of(table);
        double[] u = table.rowScores();
        double[] v = table.columnScores();
        int width = table.width();
        double n = table.total();
        // Means of u and of v over scores above a value, ties at one half: what moving one score past the others does
        // to them.
        double[] uAt = new double[width];
        for (int j = 0; j < table.height(); j++) {
            for (int c = 0; c < width; c++) {
                uAt[c] += table.count(j, c) * u[j];
            }
        }
        double[] uAbove = new double[width];
        double[] vAbove = new double[width];
        double uSum = 0;
        double vSum = 0;
        for (int c = width - 1; c >= 0; c--) {
            double vHere = table.column(c) * v[c];
            uAbove[c] = (uSum + uAt[c] / 2) / n;
            vAbove[c] = (vSum + vHere / 2) / n;
            uSum += uAt[c];
            vSum += vHere;
        }
        double root = Math.sqrt(moments.rowVariance() * moments.columnVariance());
        double[][] influence = new double[table.height()][width];
        for (int j = 0; j < influence.length; j++) {
            for (int c = 0; c < width; c++) {
                double ofProduct = u[j] * v[c] + uAbove[c];
                double ofVariance = v[c] * v[c] + 2 * vAbove[c];
                influence[j][c] = ofProduct / root - rho * ofVariance / (2 * moments.columnVariance());
            }
        }
        return influence;
    }
}
