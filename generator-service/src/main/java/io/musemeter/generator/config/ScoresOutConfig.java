package io.musemeter.generator.config;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Scores as OpenTelemetry evaluation events, for a tool that shows the traces. */
public interface ScoresOutConfig {

    /** Whether scores are sent. */
    @WithDefault("false")
    boolean enabled();

    /** Base address of the receiver's OTLP/HTTP endpoint; {@code /v1/logs} or {@code /v1/traces} follows. */
    @WithDefault("http://127.0.0.1:4318")
    URI endpoint();

    /** What they are sent as: {@code logs} is the conventions' event, {@code traces} a span of no length with that event. */
    @WithDefault("logs")
    Signal signal();

    /** Headers sent along, for example {@code Authorization}. */
    Map<String, String> headers();

    /** Longest time for one try. */
    @WithDefault("PT10S")
    Duration timeout();

    /** Wait before the first retry; doubled for each further one, with jitter. */
    @WithDefault("PT1S")
    Duration backoff();

    /** Longest wait before a retry, also where Retry-After asks for more; there is no last retry. */
    @WithDefault("PT1M")
    Duration longestBackoff();

    /** How a score is sent. */
    enum Signal {
        /** As the event {@code gen_ai.evaluation.result} of the conventions, a log record. */
        LOGS,
        /** As a span of no length with that event, for receivers that take spans alone. */
        TRACES
    }
}
