package io.musemeter.statistics.effect;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import java.util.List;

/**
 * The correlation that the slope would show under a stated design: {@code b σx / sqrt(b² σx² + σw²)}, with σx the spread of
 * temperature in that design and σw² the mean variance within temperatures. Comparable between series that sampled different
 * temperatures.
 */
public final class DesignStandardised {

    /** Equal numbers of stories at the temperatures of the default sweep that the headline takes. */
    public static final List<Double> DEFAULT_DESIGN = List.of(0.334, 0.667, 1.0, 1.334, 1.667, 2.0);

    private DesignStandardised() {}

    /** r under a design given by its temperatures, each as often as it is listed. */
    public static Answer<Estimate> of(TemperatureSample sample, List<Double> design, double level) {
        return Slope.pointEstimate(sample).then(slope -> {
            List<CellMoments> cells = sample.cells();
            long usable = cells.stream().filter(cell -> !cell.degenerate()).count();
            double within = cells.stream()
                    .filter(cell -> !cell.degenerate())
                    .mapToDouble(CellMoments::variance)
                    .average()
                    .orElse(0);
            if (within <= 0) {
                return Answer.unknown(
                        Answer.Reason.NO_VARIANCE, "no temperature has five distinct texts with a spread");
            }
            double spread = populationVariance(design);
            double total = slope * slope * spread + within;
            double r = slope * Math.sqrt(spread / total);
            double bySlope = Math.sqrt(spread) * within / (total * Math.sqrt(total));
            double byWithin = -r / (2 * total);
            double[] byMean = Slope.weights(sample);
            double[] byVariance = new double[byMean.length];
            for (int j = 0; j < byMean.length; j++) {
                byMean[j] *= bySlope;
                byVariance[j] = cells.get(j).degenerate() ? 0 : byWithin / usable;
            }
            return MomentDelta.variance(cells, byMean, byVariance)
                    .then(variance -> Intervals.coefficient(r, variance, sample.n(), level));
        });
    }

    private static double populationVariance(List<Double> design) {
        double mean = design.stream().mapToDouble(x -> x).average().orElse(0);
        return design.stream()
                .mapToDouble(x -> Slope.square(x - mean))
                .average()
                .orElse(0);
    }
}
