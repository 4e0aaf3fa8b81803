package io.musemeter.statistics.simulation;

import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.SeriesCells;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntToDoubleFunction;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.NormalDistribution;

/** What a metric truly does at each temperature of a sweep, with the truths of every statistic for a balanced design. */
record Population(String name, MetricScale scale, List<Arm> arms) {

    static final double[] SWEEP = {0.334, 0.667, 1.0, 1.334, 1.667, 2.0};

    /** Means of a bounded metric, by temperature, and the concentration of its beta distribution. */
    static Population beta(String name, DoubleUnaryOperator mean, DoubleUnaryOperator concentration) {
        double[] support = grid(0, 1, 1000);
        List<Arm> arms = new ArrayList<>();
        for (double t : SWEEP) {
            double m = mean.applyAsDouble(t);
            double c = concentration.applyAsDouble(t);
            arms.add(Arm.of(t, support, new BetaDistribution(m * c, (1 - m) * c)::cumulativeProbability));
        }
        return new Population(name, MetricScale.unitInterval(), arms);
    }

    /** A rating on five points, from a latent normal. */
    static Population ratings(String name, DoubleUnaryOperator mean, double deviation) {
        double[] support = {1, 2, 3, 4, 5};
        List<Arm> arms = new ArrayList<>();
        for (double t : SWEEP) {
            arms.add(Arm.of(
                    t, support, new NormalDistribution(mean.applyAsDouble(t), deviation)::cumulativeProbability));
        }
        return new Population(name, MetricScale.linear(0, 6, 3), arms);
    }

    /** A skewed positive metric: the logarithm is normal. */
    static Population lognormal(String name, DoubleUnaryOperator logMean, DoubleUnaryOperator logDeviation) {
        double[] logs = grid(-8, 8, 8000);
        double[] support = new double[logs.length];
        for (int i = 0; i < logs.length; i++) {
            support[i] = Math.rint(Math.exp(logs[i]) * 1e6) / 1e6 + 1e-6 * i;
        }
        List<Arm> arms = new ArrayList<>();
        for (double t : SWEEP) {
            NormalDistribution normal = new NormalDistribution(logMean.applyAsDouble(t), logDeviation.applyAsDouble(t));
            arms.add(Arm.of(t, support, x -> normal.cumulativeProbability(Math.log(x))));
        }
        return new Population(name, MetricScale.perplexity(), arms);
    }

    SeriesCells sample(int each, SplittableRandom random) {
        return fill(new SeriesCells(scale), each, random);
    }

    /** A day of sums and bins. */
    SeriesCells pane(int each, SplittableRandom random) {
        return fill(SeriesCells.compact(scale), each, random);
    }

    private SeriesCells fill(SeriesCells series, int each, SplittableRandom random) {
        for (Arm arm : arms) {
            for (int i = 0; i < each; i++) {
                series.add(arm.temperature(), new CellOutcome.Scored(arm.draw(random), random.nextLong(), false));
            }
        }
        return series;
    }

    double slope() {
        DoubleUnaryOperator effect = scale.logarithmic() ? Math::log : DoubleUnaryOperator.identity();
        double meanT = average(j -> t(j));
        double xx = average(j -> square(t(j) - meanT));
        return average(j -> (t(j) - meanT) * arms.get(j).mean(effect)) / xx;
    }

    /** r under equal numbers at the temperatures of the sweep, on the scale of effects. */
    double designStandardised() {
        DoubleUnaryOperator effect = scale.logarithmic() ? Math::log : DoubleUnaryOperator.identity();
        double meanT = average(j -> t(j));
        double explained = square(slope()) * average(j -> square(t(j) - meanT));
        double within = average(j -> {
            double mean = arms.get(j).mean(effect);
            return arms.get(j).mean(y -> square(effect.applyAsDouble(y) - mean));
        });
        return Math.signum(slope()) * Math.sqrt(explained / (explained + within));
    }

    double pearson() {
        double meanT = average(j -> t(j));
        double xx = average(j -> square(t(j) - meanT));
        double mean = average(j -> arms.get(j).mean(y -> y));
        double yy = average(j -> arms.get(j).mean(y -> square(y - mean)));
        return average(j -> (t(j) - meanT) * arms.get(j).mean(y -> y)) / Math.sqrt(xx * yy);
    }

    double spearman() {
        int k = arms.size();
        double[] mid = new double[arms.get(0).support().length];
        double below = 0;
        for (int i = 0; i < mid.length; i++) {
            int at = i;
            double mass = average(j -> arms.get(j).probabilities()[at]);
            mid[i] = below + mass / 2 - 0.5;
            below += mass;
        }
        double uv = 0;
        double uu = 0;
        double vv = 0;
        for (int j = 0; j < k; j++) {
            double u = (j + 0.5) / k - 0.5;
            uu += u * u / k;
            for (int i = 0; i < mid.length; i++) {
                double mass = arms.get(j).probabilities()[i] / k;
                uv += u * mass * mid[i];
                vv += mass * mid[i] * mid[i];
            }
        }
        return uv / Math.sqrt(uu * vv);
    }

    /** tau-b in expectation of its parts, for this many stories at each temperature. */
    double kendall(int each) {
        double surplus = 0;
        double untiedInTemperature = 0;
        double untiedInValue = 0;
        for (int j = 0; j < arms.size(); j++) {
            untiedInValue += each * (each - 1) / 2.0 * (1 - tied(arms.get(j), arms.get(j)));
            for (int i = 0; i < j; i++) {
                double pairs = (double) each * each;
                surplus += pairs * surplus(arms.get(i), arms.get(j));
                untiedInTemperature += pairs;
                untiedInValue += pairs * (1 - tied(arms.get(i), arms.get(j)));
            }
        }
        return surplus / Math.sqrt(untiedInTemperature * untiedInValue);
    }

    double somers() {
        double surplus = 0;
        int pairs = 0;
        for (int j = 0; j < arms.size(); j++) {
            for (int i = 0; i < j; i++) {
                surplus += surplus(arms.get(i), arms.get(j));
                pairs++;
            }
        }
        return surplus / pairs;
    }

    private static double surplus(Arm low, Arm high) {
        double sum = 0;
        for (int i = 0; i < low.support().length; i++) {
            double atMost = high.cumulative()[i];
            double below = i == 0 ? 0 : high.cumulative()[i - 1];
            sum += low.probabilities()[i] * (1 - atMost - below);
        }
        return sum;
    }

    private static double tied(Arm a, Arm b) {
        double sum = 0;
        for (int i = 0; i < a.support().length; i++) {
            sum += a.probabilities()[i] * b.probabilities()[i];
        }
        return sum;
    }

    private double t(int j) {
        return arms.get(j).temperature().value();
    }

    private double average(IntToDoubleFunction f) {
        double sum = 0;
        for (int j = 0; j < arms.size(); j++) {
            sum += f.applyAsDouble(j);
        }
        return sum / arms.size();
    }

    private static double[] grid(double low, double high, int steps) {
        double[] grid = new double[steps + 1];
        for (int i = 0; i <= steps; i++) {
            grid[i] = low + (high - low) * i / steps;
        }
        return grid;
    }

    private static double square(double x) {
        return x * x;
    }
}
