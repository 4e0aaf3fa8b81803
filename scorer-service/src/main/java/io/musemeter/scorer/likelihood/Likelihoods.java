package io.musemeter.scorer.likelihood;

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
    private final List<CandidateMass> candidates;
    private final double temperature;

    /**
     * @param reference makes the log-probabilities by the reference model
     * @param provider those by the model that wrote the story
     * @param candidates for some tokens the log-probabilities of their likeliest candidates
     * @param temperature the one that the story was written at
     */
    Likelihoods(
            Supplier<double[]> reference,
            Optional<List<Double>> provider,
            List<List<Double>> candidates,
            double temperature) {
        this.reference = reference;
        this.provider = provider.map(
                list -> list.stream().mapToDouble(Double::doubleValue).toArray());
        this.candidates = candidates.stream()
                .filter(token -> token.stream().anyMatch(logarithm -> !logarithm.isInfinite()))
                .map(CandidateMass::of)
                .toList();
        this.temperature = temperature;
    }

    /** By the reference model; empty when the text has no token. */
    public double[] byReference() {
        return reference.get();
    }

    /** By the model that wrote the story, when its provider said. */
    public Optional<double[]> byProvider() {
        return provider.map(double[]::clone);
    }

    /** How the probability of some tokens lay on their candidates; empty when the provider did not say. */
    List<CandidateMass> candidates() {
        return candidates;
    }

    /** The temperature that the story was written at. */
    double temperature() {
        return temperature;
    }
}
