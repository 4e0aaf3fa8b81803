package io.musemeter.scorer.service.provider;

import java.time.Duration;
import java.util.Optional;

/**
 * Where a judge is asked.
 *
 * @param baseUrl for example {@code http://127.0.0.1:11434/v1}
 * @param apiKey sent as a bearer token, where the provider wants one
 * @param model the provider's name of the model
 * @param timeout from the first byte sent to the last received
 * @param logProbabilities whether to ask for log-probabilities
 */
public record Endpoint(
        String baseUrl, Optional<String> apiKey, String model, Duration timeout, boolean logProbabilities) {
    /** Leaves out the key. */
    @Override
    public String toString() {
        return baseUrl + " " + model;
    }
}
