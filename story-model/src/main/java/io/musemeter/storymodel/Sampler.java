package io.musemeter.storymodel;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Draws tokens by one {@link Sampling}. Not thread-safe: it carries the state of the generator. */
final class Sampler {

    private final Sampling sampling;
    private final int[] drawable;
    private final SplitMix random;

    /** @param drawable the tokens that may be drawn, ascending */
    Sampler(Sampling sampling, int[] drawable) {
        this.sampling = sampling;
        this.drawable = drawable;
        this.random = new SplitMix(sampling.seed());
    }

    int next(float[] logits) {
        return sampling.temperature() == 0 ? likeliest(logits) : draw(logits, kept(logits));
    }

    private int likeliest(float[] logits) {
        int best = drawable[0];
        for (int token : drawable) {
            if (logits[token] > logits[best]) {
                best = token;
            }
        }
        return best;
    }

    /** The tokens that survive truncation, ascending. */
    int[] kept(float[] logits) {
        boolean all = sampling.topK() == 0 && sampling.topP() == 1 && sampling.minP() == 0;
        if (all) {
            return drawable;
        }
        int[] byLikelihood = IntStream.of(drawable)
                .boxed()
                .sorted((a, b) -> logits[a] == logits[b] ? Integer.compare(a, b) : Float.compare(logits[b], logits[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        int n = sampling.topK() == 0 ? byLikelihood.length : Math.min(sampling.topK(), byLikelihood.length);
        double[] weights = weights(logits, byLikelihood, n, 1);
        n = nucleus(weights, n);
        while (weights[n - 1] < sampling.minP() * weights[0]) {
            n--;
        }
        int[] kept = Arrays.copyOf(byLikelihood, n);
        Arrays.sort(kept);
        return kept;
    }

    private int nucleus(double[] weights, int n) {
        if (sampling.topP() == 1) {
            return n;
        }
        double enough = sampling.topP() * sum(weights, n);
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += weights[i];
            if (sum >= enough) {
                return i + 1;
            }
        }
        return n;
    }

    private int draw(float[] logits, int[] kept) {
        double[] weights = weights(logits, kept, kept.length, sampling.temperature());
        double left = random.nextDouble() * sum(weights, weights.length);
        int last = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left < 0) {
                    break;
                }
            }
        }
        return kept[last];
    }

    /** Of the first n tokens, exp((logit - greatest logit) / temperature): the likeliest has 1. */
    private static double[] weights(float[] logits, int[] tokens, int n, double temperature) {
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            max = Math.max(max, logits[tokens[i]]);
        }
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            weights[i] = StrictMath.exp((logits[tokens[i]] - max) / temperature);
        }
        return weights;
    }

    private static double sum(double[] values, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += values[i];
        }
        return sum;
    }
}
