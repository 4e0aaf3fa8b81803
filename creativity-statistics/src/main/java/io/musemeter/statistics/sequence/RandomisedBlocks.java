package io.musemeter.statistics.sequence;

import java.util.List;

/**
 * Slopes of complete blocks of a sweep. In a block every temperature of the design occurs once, in random order, so each block's
 * least-squares slope has the true slope as its mean whatever came before, and lies in a known range when the metric is bounded:
 * what a non-asymptotic confidence sequence needs.
 */
public final class RandomisedBlocks {

    private final double[] weights;
    private final double reach;
    private final double low;
    private final double high;

    /**
     * A design for a bounded metric.
     *
     * @param temperatures distinct temperatures of a block
     * @param low least value of the metric
     * @param high greatest value of the metric
     * @throws IllegalArgumentException when there are not two distinct temperatures or the range is empty
     */
    public RandomisedBlocks(List<Double> temperatures, double low, double high) {
        if (temperatures.stream().distinct().count() != temperatures.size() || temperatures.size() < 2) {
            throw new IllegalArgumentException("temperatures: a block needs two or more, each once");
        }
        if (!(low < high)) {
            throw new IllegalArgumentException("low, high: [" + low + ", " + high + "] is no range");
        }
        this.low = low;
        this.high = high;
        double mean = temperatures.stream().mapToDouble(t -> t).average().orElse(0);
        double spread =
                temperatures.stream().mapToDouble(t -> (t - mean) * (t - mean)).sum();
        weights = temperatures.stream().mapToDouble(t -> (t - mean) / spread).toArray();
        double absolute = 0;
        for (double weight : weights) {
            absolute += Math.abs(weight);
        }
        reach = absolute * (high - low) / 2;
    }

    /** A confidence sequence for the slope, before the first block. */
    public EmpiricalBernstein sequence(double alpha) {
        return EmpiricalBernstein.start(-reach, reach, alpha);
    }

    /**
     * The slope of one block.
     *
     * @param values one value for each temperature, in the order of the design
     * @throws IllegalArgumentException when their number differs or one lies outside the range
     */
    public double slope(double[] values) {
        if (values.length != weights.length) {
            throw new IllegalArgumentException(
                    "values: " + values.length + " for a block of " + weights.length + " temperatures");
        }
        double slope = 0;
        for (int j = 0; j < values.length; j++) {
            if (!(values[j] >= low && values[j] <= high)) {
                throw new IllegalArgumentException("values: " + values[j] + " is outside [" + low + ", " + high + "]");
            }
            slope += weights[j] * values[j];
        }
        return Math.max(-reach, Math.min(reach, slope));
    }
}
