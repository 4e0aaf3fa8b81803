package io.musemeter.statistics.effect;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.cell.Temperature;

/**
 * The textbook tests, which take scores as independent draws of one population of pairs. They are here to check figures in the
 * literature against; what is shown live comes from {@link Pearson}, {@link Spearman}, {@link Concordance} and {@link Slope}.
 */
public final class ClassicalTests {

    private ClassicalTests() {}

    /** Pearson's r with Fisher's interval (1921) and the t test of no correlation. */
    public static Answer<Estimate> pearson(TemperatureSample sample, double level) {
        return Pearson.pointEstimate(sample).then(r -> fisher(r, sample.n(), level));
    }

    /** Spearman's rho with Fisher's interval and the t test of no correlation. */
    public static Answer<Estimate> spearman(TemperatureSample sample, double level) {
        return Spearman.pointEstimate(sample).then(rho -> fisher(rho, sample.n(), level));
    }

    /** p-value of Kendall's tau-b by the normal approximation with the variance of Kendall (1970) for ties. */
    public static Answer<Double> kendallP(TemperatureSample sample) {
        return Concordance.counted(sample).map(pairs -> {
            RankTable table = sample.ranks();
            double n = table.total();
            TieSums x = TieSums.ofRows(table);
            TieSums y = TieSums.ofColumns(table);
            double m = n * (n - 1);
            double variance = (m * (2 * n + 5) - x.third() - y.third()) / 18
                    + 2 * x.pairs() * y.pairs() / m
                    + x.triples() * y.triples() / (9 * m * (n - 2));
            return Intervals.twoSided(pairs.surplus() / Math.sqrt(variance));
        });
    }

    /** Ordinary least squares with one residual variance for all temperatures. */
    public static Answer<Estimate> leastSquares(TemperatureSample sample, double level) {
        return Slope.pointEstimate(sample).then(slope -> {
            long freedom = sample.n() - 2;
            if (freedom < 1) {
                return Answer.unknown(Answer.Reason.TOO_FEW, "fewer than three scores");
            }
            double n = sample.n();
            double unit = sample.effectUnit();
            ExactSums sums = sample.effectTotals();
            double xx = sums.temperatureSpread().doubleValue() / n / Temperature.UNIT / Temperature.UNIT;
            double yy = sums.spread().doubleValue() / n / unit / unit;
            double residual = Math.max(0, yy - slope * slope * xx) / freedom;
            if (residual == 0) {
                return Answer.unknown(Answer.Reason.NO_VARIANCE, "every score lies on the line");
            }
            return Answer.known(Intervals.student(slope, Math.sqrt(residual / xx), freedom, sample.n(), level));
        });
    }

    private static Answer<Estimate> fisher(double r, long n, double level) {
        if (n < 4 || Math.abs(r) >= 1) {
            return Answer.unknown(
                    Answer.Reason.TOO_FEW, "Fisher's interval needs four scores that are not on one line");
        }
        double z = Intervals.atanh(r);
        double reach = Intervals.normalQuantile((1 + level) / 2) / Math.sqrt(n - 3.0);
        double error = Math.sqrt((1 - r * r) / (n - 2.0));
        return Answer.known(new Estimate(
                r,
                Math.tanh(z - reach),
                Math.tanh(z + reach),
                Intervals.twoSided(r / error, n - 2.0),
                error,
                n - 2.0,
                n));
    }

    /** Sums over groups of ties: of t(t-1), of t(t-1)(t-2) and of t(t-1)(2t+5). */
    private record TieSums(double pairs, double triples, double third) {

        static TieSums ofRows(RankTable table) {
            TieSums sums = new TieSums(0, 0, 0);
            for (int j = 0; j < table.height(); j++) {
                sums = sums.plus(table.row(j));
            }
            return sums;
        }

        static TieSums ofColumns(RankTable table) {
            TieSums sums = new TieSums(0, 0, 0);
            for (int c = 0; c < table.width(); c++) {
                sums = sums.plus(table.column(c));
            }
            return sums;
        }

        TieSums plus(double t) {
            double two = t * (t - 1);
            // SciPy halves the pairs and multiplies back; the sums are the same.
            return new TieSums(pairs + two / 2, triples + two * (t - 2), third + two * (2 * t + 5));
        }
    }
}
