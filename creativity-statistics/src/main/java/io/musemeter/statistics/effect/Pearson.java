package io.musemeter.statistics.effect;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.cell.Temperature;
import java.util.List;

/**
 * Pearson's product-moment correlation of temperature and value in the metric's own unit, from exact sums. It describes the
 * design as much as the model: the same curve gives another r when other temperatures are sampled.
 */
public final class Pearson {

    private Pearson() {}

    /** r with an interval that holds the temperatures fixed and lets the spread differ between them. */
    public static Answer<Estimate> of(TemperatureSample sample, double level) {
        return pointEstimate(sample).then(r -> {
            List<CellMoments> cells = sample.rawCells();
            int k = cells.size();
            double n = sample.n();
            double meanTemperature = sample.rawTotals().meanTemperature();
            double mean = sample.rawTotals().mean() / sample.rawUnit();
            double unit = sample.rawUnit();
            double valueSpread = sample.rawTotals().spread().doubleValue() / n / unit / unit;
            double temperatureSpread =
                    sample.rawTotals().temperatureSpread().doubleValue() / n / Temperature.UNIT / Temperature.UNIT;
            double root = Math.sqrt(valueSpread * temperatureSpread);
            double[] byMean = new double[k];
            double[] byVariance = new double[k];
            for (int j = 0; j < k; j++) {
                CellMoments cell = cells.get(j);
                byMean[j] = cell.n() * (cell.temperature() - meanTemperature) / root
                        - r * cell.n() * (cell.mean() - mean) / valueSpread;
                byVariance[j] = -r * (cell.n() - 1) / 2 / valueSpread;
            }
            return MomentDelta.variance(cells, byMean, byVariance)
                    .then(variance -> Intervals.coefficient(r, variance, sample.n(), level));
        });
    }

    /** r alone. */
    static Answer<Double> pointEstimate(TemperatureSample sample) {
        if (sample.n() == 0) {
            return Answer.unknown(Answer.Reason.NO_DATA, "nothing was scored");
        }
        ExactSums sums = sample.rawTotals();
        double temperature = sums.temperatureSpread().doubleValue();
        double value = sums.spread().doubleValue();
        if (temperature == 0) {
            return Answer.unknown(Answer.Reason.ONE_TEMPERATURE, "there is one temperature only");
        }
        if (value == 0) {
            return Answer.unknown(Answer.Reason.NO_VARIANCE, "every value is the same");
        }
        double r = sums.covariation().doubleValue() / (Math.sqrt(temperature) * Math.sqrt(value));
        return Answer.known(Math.max(-1, Math.min(1, r)));
    }
}
