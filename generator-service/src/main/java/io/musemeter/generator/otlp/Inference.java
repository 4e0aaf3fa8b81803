package io.musemeter.generator.otlp;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A span or log record that may tell of a request to a model.
 *
 * @param resource attributes of what sent it
 * @param attributes its own, with those of its events
 * @param traceId 32 hexadecimal digits, null when it has none
 * @param spanId 16 hexadecimal digits, null when it has none
 * @param start when it began, null when it does not say
 * @param failed whether its status is an error
 */
record Inference(
        Attributes resource,
        Attributes attributes,
        @Nullable String traceId,
        @Nullable String spanId,
        @Nullable Instant start,
        boolean failed) {}
