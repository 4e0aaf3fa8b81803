package io.musemeter.scorer.likelihood;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Log-probabilities of a story's tokens. The reference model's cost a forward pass and are made only when a metric asks
 * for them.
 */
public final class Likelihoods {
    private final Supplier<double[]> reference;
    private final Optional<double[]> provider;

    private Likelihoods(Supplier<double[]> reference, Optional<double[]> provider) {
        this.reference = reference;
        this.provider = provider;
    }

    static Likelihoods of(Supplier<double[]> reference, Optional<List<Double>> provider) {
        return new Likelihoods(
                reference,
                provider.map(
                        list -> list.stream().mapToDouble(Double::doubleValue).toArray()));
    }

    /** By the reference model; empty when the text has no token. */
    public double[] byReference() {
        return reference.get();
    }

    /** By the model that wrote the story, when its provider said. */
    public Optional<double[]> byProvider() {
        return provider.map(values -> Arrays.copyOf(values, values.length));
    }
}
