package io.musemeter.generator.config;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A model that speaks OpenAI's wire format: OpenAI, Ollama, vLLM, LM Studio, llama.cpp. */
public interface ProviderConfig {

    /** Base address, for example {@code http://localhost:11434/v1}. */
    URI baseUrl();

    /** Key sent as a bearer token. */
    Optional<String> apiKey();

    /** Name of the model. */
    String model();

    /** Name under which its stories are recorded, where two providers serve models of one name; absent, the model's. */
    Optional<String> recordedAs();

    /** Longest time for one try. */
    @WithDefault("PT60S")
    Duration timeout();

    /** Tries after the first, for refusals for load, server errors and time-outs. */
    @WithDefault("4")
    int retries();

    /** Wait before the first retry; doubled for each further one, with full jitter. */
    @WithDefault("PT1S")
    Duration backoff();

    /** Longest wait before a retry; where Retry-After asks for more, the provider is left alone until then. */
    @WithDefault("PT60S")
    Duration longestBackoff();

    /** Most requests at a time. */
    @WithDefault("2")
    int concurrency();

    /** Server errors and lost connections in a row after which the provider is left alone for a while. */
    @WithDefault("10")
    int breakerThreshold();

    /** How long it is left alone at first, and twice as long each further time, up to a quarter of an hour. */
    @WithDefault("PT30S")
    Duration breakerDelay();

    /** Whether log-probabilities are asked for; switch it off where they are not those of the raw distribution. */
    @WithDefault("true")
    boolean logProbabilities();

    /** Most requests a day (UTC), retries included. */
    OptionalLong callsPerDay();

    /**
     * Most tokens a day (UTC), prompts included; the request that crosses it is the last. A request of unknown use counts
     * as {@code max-tokens} and its prompt.
     */
    OptionalLong tokensPerDay();

    /** Upper bound of a story's tokens. */
    @WithDefault("800")
    int maxTokens();

    /** Nucleus mass, left to the provider where absent. */
    OptionalDouble topP();

    /** Number of likeliest tokens kept, where the provider takes it. */
    OptionalInt topK();

    /** Least probability relative to the likeliest token, where the provider takes it. */
    OptionalDouble minP();
}
