package io.musemeter.generator.provider;

import dev.langchain4j.model.chat.response.ChatResponse;
import io.musemeter.generator.config.ProviderConfig;
import io.musemeter.generator.retry.Waits;
import io.smallrye.faulttolerance.api.TypedGuard;
import java.time.temporal.ChronoUnit;

/** What stands between a writer and its provider. */
final class Guards {
    private Guards() {}

    /** Bounded concurrency, retries and a circuit that opens where the provider keeps failing. */
    static TypedGuard<ChatResponse> around(ProviderConfig config, Rests rests) {
        return TypedGuard.create(ChatResponse.class)
                .withBulkhead()
                .limit(config.concurrency())
                .queueSize(1_000)
                .enableSynchronousQueueing()
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(config.breakerThreshold())
                .failureRatio(1)
                .delay(config.breakerDelay().toMillis(), ChronoUnit.MILLIS)
                .when(thrown -> Reasons.unavailable(Reasons.root(thrown)))
                .onStateChange(rests::circuit)
                .done()
                .withRetry()
                .maxRetries(config.retries())
                .maxDuration(1, ChronoUnit.HOURS)
                .whenException(thrown -> Reasons.worthRepeating(Reasons.root(thrown), config.longestBackoff()))
                .withCustomBackoff()
                .strategy(() -> new Backoff(new Waits(config.backoff(), config.longestBackoff())))
                .done()
                .done()
                .build();
    }

    /** Bounds one try to its last byte; a guard of its own, since the other's would count the wait for a free place. */
    static TypedGuard<ChatResponse> deadline(ProviderConfig config) {
        return TypedGuard.create(ChatResponse.class)
                .withTimeout()
                .duration(config.timeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
    }
}
