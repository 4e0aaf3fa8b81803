package io.musemeter.statistics.effect;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.cell.Temperature;
import java.util.ArrayList;
import java.util.List;

/**
 * Change of the metric per 1.0 of temperature: the ordinary least-squares slope over all scores,
 * {@code b = sum n_j (x_j - x̄) ȳ_j / Sxx}, a weighted sum of cell means. Its variance comes from the variances within cells, so it
 * holds when spread depends on temperature and when the curve is no line (then b is the slope of the best line for this design).
 * On a logarithmic scale b is the change of the natural logarithm.
 */
public final class Slope {

    private Slope() {}

    /** Slope with a two-sided interval. */
    public static Answer<Estimate> of(TemperatureSample sample, double level) {
        return pointEstimate(sample)
                .then(slope -> variance(sample)
                        .map(variance -> Intervals.student(
                                slope, variance.standardError(), variance.degreesOfFreedom(), sample.n(), level)));
    }

    /** The slope alone. */
    static Answer<Double> pointEstimate(TemperatureSample sample) {
        if (sample.n() == 0) {
            return Answer.unknown(Answer.Reason.NO_DATA, "nothing was scored");
        }
        ExactSums sums = sample.effectTotals();
        double spread = sums.temperatureSpread().doubleValue();
        if (sample.cells().size() < 2 || spread == 0) {
            return Answer.unknown(Answer.Reason.ONE_TEMPERATURE, "there is one temperature only");
        }
        return Answer.known(sums.covariation().doubleValue() / spread * Temperature.UNIT / sample.effectUnit());
    }

    private static Answer<StratifiedVariance> variance(TemperatureSample sample) {
        double[] weights = weights(sample);
        List<StratifiedVariance.Part> parts = new ArrayList<>();
        for (int j = 0; j < weights.length; j++) {
            CellMoments cell = sample.cells().get(j);
            parts.add(StratifiedVariance.Part.of(cell, weights[j], cell.variance()));
        }
        return StratifiedVariance.of(parts);
    }

    /** Weight of each cell mean in the slope. */
    static double[] weights(TemperatureSample sample) {
        double mean = sample.effectTotals().meanTemperature();
        double spread = 0;
        for (CellMoments cell : sample.cells()) {
            spread += cell.n() * square(cell.temperature() - mean);
        }
        double[] weights = new double[sample.cells().size()];
        for (int j = 0; j < weights.length; j++) {
            CellMoments cell = sample.cells().get(j);
            weights[j] = cell.n() * (cell.temperature() - mean) / spread;
        }
        return weights;
    }

    static double square(double x) {
        return x * x;
    }
}
