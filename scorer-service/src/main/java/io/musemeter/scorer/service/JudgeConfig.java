package io.musemeter.scorer.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Whom to ask for judgements, how many, and at what cost. Needed by the family {@code judge} alone. */
@ConfigMapping(prefix = "musemeter.scorer.judge")
public interface JudgeConfig {
    /** Base of an OpenAI-compatible API, for example {@code http://127.0.0.1:11434/v1}; without it there is no judge. */
    Optional<String> baseUrl();

    /** The provider's name of the model. */
    Optional<String> model();

    /** Bearer token for the provider, where it wants one. */
    Optional<String> apiKey();

    /** Whether to ask for log-probabilities; some providers refuse a request that does. */
    @WithDefault("true")
    boolean logProbabilities();

    /** Longest time for one answer, its last byte included. */
    @WithDefault("60s")
    Duration timeout();

    /** Greatest number of calls for one judgement that gets no answer while others get theirs. */
    @WithDefault("4")
    int attempts();

    /** Wait after the first failed call, doubled after each; a provider's Retry-After goes before it. */
    @WithDefault("1s")
    Duration firstDelay();

    /**
     * Longest wait between two calls to a provider that answers nobody; stories wait meanwhile. A provider's Retry-After goes
     * before it.
     */
    @WithDefault("10m")
    Duration longestPause();

    /** Share of the stories that are judged, in (0, 1], chosen by a hash of the story's id. */
    @WithDefault("1.0")
    double fraction();

    /** How often each story is judged; its score is the mean, their spread a score of its own. */
    @WithDefault("1")
    int repetitions();

    /** Most calls a day (UTC), all instances together; a judgement of a story with an exemplar takes two. */
    @WithDefault("1000")
    long callsPerDay();

    /** Most tokens a day (UTC), all instances together. */
    @WithDefault("2000000")
    long tokensPerDay();

    /**
     * How often stories of known marks are judged as well, to reveal a judge that drifts: seven calls each time, by one
     * instance of all; zero for never.
     */
    @WithDefault("6h")
    Duration canaryInterval();
}
