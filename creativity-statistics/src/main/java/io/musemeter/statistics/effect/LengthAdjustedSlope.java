package io.musemeter.statistics.effect;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import java.util.List;

/**
 * The slope among stories of one length: an analysis of covariance (Fisher 1932) with a mean for every temperature and the number of
 * words as covariate. The coefficient of length comes from comparing stories of the same temperature, so a curved response does not
 * disturb it; the slope is that of {@link Slope} over the means so adjusted, {@code b = b_y - c b_words}. Spread may differ between
 * temperatures; within a temperature it is taken not to depend on length. Degrees of freedom by Satterthwaite (1946).
 *
 * <p>Length may be part of how temperature acts. Then the adjusted slope is the rest of the effect, not a better estimate of all of
 * it.
 *
 * @param slope change per 1.0 of temperature at one length
 * @param perWord change of the metric per word at one temperature, on the effect scale
 * @param wordsPerTemperature change of the number of words per 1.0 of temperature
 */
public record LengthAdjustedSlope(Estimate slope, double perWord, double wordsPerTemperature) {

    /** The slope at one length, where the length of every story is known. */
    public static Answer<LengthAdjustedSlope> of(TemperatureSample sample, double level) {
        if (sample.n() == 0) {
            return Answer.unknown(Answer.Reason.NO_DATA, "nothing was scored");
        }
        long known = sample.lengths().stream().mapToLong(CellLengths::known).sum();
        if (known < sample.n()) {
            return Answer.unknown(
                    Answer.Reason.NOT_APPLICABLE,
                    "the length of " + (sample.n() - known) + " of " + sample.n() + " stories is not known");
        }
        return Slope.pointEstimate(sample).then(unadjusted -> adjust(sample, level));
    }

    private static Answer<LengthAdjustedSlope> adjust(TemperatureSample sample, double level) {
        List<CellMoments> cells = sample.cells();
        List<CellLengths> lengths = sample.lengths();
        double spread = 0;
        double covariation = 0;
        boolean usable = false;
        for (int j = 0; j < cells.size(); j++) {
            if (!cells.get(j).degenerate()) {
                usable = true;
                spread += lengths.get(j).spread();
                covariation += sample.lengthCovariation(j);
            }
        }
        if (!usable) {
            return Answer.unknown(Answer.Reason.TOO_FEW, "no temperature has five distinct texts with a spread");
        }
        if (!(spread > 0)) {
            return Answer.unknown(Answer.Reason.NO_VARIANCE, "the stories of a temperature are all equally long");
        }
        double perWord = covariation / spread;
        double[] weights = Slope.weights(sample);
        double slope = 0;
        double byLength = 0;
        for (int j = 0; j < weights.length; j++) {
            slope +=
                    weights[j] * (cells.get(j).mean() - perWord * lengths.get(j).mean());
            byLength += weights[j] * lengths.get(j).mean();
        }
        double adjusted = slope;
        double words = byLength;
        return Residuals.of(sample, perWord, spread)
                .error(weights, words)
                .map(error -> new LengthAdjustedSlope(
                        Intervals.student(adjusted, Math.sqrt(error.variance()), error.freedom(), sample.n(), level),
                        perWord,
                        words));
    }

    private record Uncertainty(double variance, double freedom) {}

    /** Spread about the line over length, temperature by temperature. */
    private static final class Residuals {

        private final TemperatureSample sample;
        private final double spread;
        private final double[] variances;
        private final double[] freedoms;
        private final double[] shares;

        private Residuals(
                TemperatureSample sample, double spread, double[] variances, double[] freedoms, double[] shares) {
            this.sample = sample;
            this.spread = spread;
            this.variances = variances;
            this.freedoms = freedoms;
            this.shares = shares;
        }

        static Residuals of(TemperatureSample sample, double perWord, double spread) {
            int k = sample.cells().size();
            double[] variances = new double[k];
            double[] freedoms = new double[k];
            double[] shares = new double[k];
            for (int j = 0; j < k; j++) {
                CellMoments cell = sample.cells().get(j);
                if (!cell.degenerate()) {
                    double ww = sample.lengths().get(j).spread();
                    double squares = cell.variance() * (cell.n() - 1)
                            - 2 * perWord * sample.lengthCovariation(j)
                            + perWord * perWord * ww;
                    shares[j] = ww / spread;
                    // The common coefficient takes up one degree of freedom, shared out as its information is.
                    freedoms[j] = cell.n() - 1 - shares[j];
                    variances[j] = Math.max(0, squares) / freedoms[j];
                }
            }
            return new Residuals(sample, spread, variances, freedoms, shares);
        }

        /** Error of a weighted sum of adjusted means; a degenerate cell borrows the variance pooled over the others. */
        Answer<Uncertainty> error(double[] weights, double words) {
            double squares = 0;
            double freedom = 0;
            for (int j = 0; j < freedoms.length; j++) {
                squares += variances[j] * freedoms[j];
                freedom += freedoms[j];
            }
            double variance = 0;
            double denominator = 0;
            double borrowed = 0;
            for (int j = 0; j < weights.length; j++) {
                CellMoments cell = sample.cells().get(j);
                if (cell.degenerate()) {
                    borrowed += weights[j] * weights[j] * squares / freedom / cell.effectiveCount();
                } else {
                    double ratings = (double) cell.n() / cell.effectiveCount();
                    double part = ratings
                            * variances[j]
                            * (weights[j] * weights[j] / cell.n() + words * words * shares[j] / spread);
                    variance += part;
                    denominator += part * part / (freedoms[j] / ratings);
                }
            }
            variance += borrowed;
            denominator += borrowed * borrowed / freedom;
            return variance > 0 && denominator > 0
                    ? Answer.known(new Uncertainty(variance, variance * variance / denominator))
                    : Answer.unknown(
                            Answer.Reason.NO_VARIANCE,
                            "values do not vary among stories of one temperature and length");
        }
    }
}
