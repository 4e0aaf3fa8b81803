package io.musemeter.scorer.likelihood;

import java.util.Comparator;
import java.util.List;

/**
 * How one token's probability lay on its candidates, of which the likeliest are known. What is left over is taken to lie on
 * the fewest others that could carry it, each as likely as the last one known. So counts and shares are exact where the
 * known candidates hold all, and lower bounds above temperature 1 where they do not.
 */
final class CandidateMass {
    /** Less than this left over is none: providers round, and of next to nothing a high temperature would make much. */
    private static final double LEAST_REST = 1e-3;

    /** No vocabulary is larger. */
    private static final double MOST_OTHERS = 1e6;

    private static final double ROUNDING = 1e-12;

    private final double[] logarithms;
    private final double others;

    private CandidateMass(double[] logarithms, double others) {
        this.logarithms = logarithms;
        this.others = others;
    }

    /** @param candidates natural logarithms in any order, at least one of them finite */
    static CandidateMass of(List<Double> candidates) {
        double[] descending = candidates.stream()
                .filter(logarithm -> !logarithm.isInfinite())
                .sorted(Comparator.reverseOrder())
                .mapToDouble(logarithm -> Math.min(0, logarithm))
                .toArray();
        double rest = 1;
        for (double logarithm : descending) {
            rest -= StrictMath.exp(logarithm);
        }
        double last = StrictMath.exp(descending[descending.length - 1]);
        return new CandidateMass(descending, rest < LEAST_REST ? 0 : Math.min(MOST_OTHERS, rest / last));
    }

    /**
     * Number of likeliest candidates that hold that share of the mass at a temperature, at least 1.
     *
     * @param share in (0, 1]
     * @param temperature at least 0; 0 puts all mass on the likeliest
     */
    double tokensFor(double share, double temperature) {
        double[] weights = weights(temperature);
        double last = weights[weights.length - 1];
        double enough = share * (sum(weights, weights.length) + others * last);
        double mass = 0;
        for (int n = 0; n < weights.length; n++) {
            mass += weights[n];
            if (mass >= enough * (1 - ROUNDING)) {
                return n + 1;
            }
        }
        return weights.length + Math.ceil((enough - mass) / last - ROUNDING * others);
    }

    /** Share of the mass at a temperature that lies on none of the candidates that hold 90 % of it at temperature 1. */
    double leaked(double temperature) {
        double[] weights = weights(temperature);
        double last = weights[weights.length - 1];
        double inside = tokensFor(0.9, 1);
        int known = (int) Math.min(inside, weights.length);
        double all = sum(weights, weights.length) + others * last;
        return Math.max(0, 1 - (sum(weights, known) + (inside - known) * last) / all);
    }

    /** Of each known candidate, relative to the likeliest. */
    private double[] weights(double temperature) {
        double[] weights = new double[logarithms.length];
        for (int i = 0; i < weights.length; i++) {
            double below = logarithms[i] - logarithms[0];
            weights[i] = below == 0 ? 1 : StrictMath.exp(below / temperature);
        }
        return weights;
    }

    private static double sum(double[] weights, int first) {
        double sum = 0;
        for (int i = 0; i < first; i++) {
            sum += weights[i];
        }
        return sum;
    }
}
