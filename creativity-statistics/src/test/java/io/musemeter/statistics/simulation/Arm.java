package io.musemeter.statistics.simulation;

import io.musemeter.statistics.cell.Temperature;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** A temperature with the exact distribution of a metric there, on a finite support, so that every truth is a sum. */
record Arm(Temperature temperature, double[] support, double[] probabilities, double[] cumulative) {

    /** Discretises a distribution function on a support: mass of a point is that of the interval around it. */
    static Arm of(double temperature, double[] support, DoubleUnaryOperator distribution) {
        double[] cumulative = new double[support.length];
        double[] probabilities = new double[support.length];
        for (int i = 0; i < support.length; i++) {
            cumulative[i] = i == support.length - 1 ? 1 : distribution.applyAsDouble((support[i] + support[i + 1]) / 2);
            probabilities[i] = cumulative[i] - (i == 0 ? 0 : cumulative[i - 1]);
        }
        return new Arm(Temperature.of(temperature), support, probabilities, cumulative);
    }

    double draw(SplittableRandom random) {
        int at = Arrays.binarySearch(cumulative, random.nextDouble());
        return support[Math.min(support.length - 1, at >= 0 ? at + 1 : -at - 1)];
    }

    double mean(DoubleUnaryOperator transform) {
        double sum = 0;
        for (int i = 0; i < support.length; i++) {
            sum += probabilities[i] * transform.applyAsDouble(support[i]);
        }
        return sum;
    }
}
