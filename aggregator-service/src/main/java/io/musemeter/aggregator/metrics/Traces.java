package io.musemeter.aggregator.metrics;

import io.musemeter.events.Score;
import io.prometheus.client.exemplars.DefaultExemplarSampler;
import io.prometheus.client.exemplars.ExemplarSampler;
import io.prometheus.client.exemplars.tracer.common.SpanContextSupplier;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Exemplars in the sense of OpenMetrics: what is recorded {@link #within} a score carries the trace of the request that made the
 * score's story. Such a trace began and ended elsewhere, so it is named here rather than taken from a tracer.
 */
@Singleton
public class Traces implements SpanContextSupplier {
    private static final ThreadLocal<Score> CURRENT = new ThreadLocal<>();

    /** Stands before Quarkus's own, which knows the tracer's spans only. */
    @Produces
    @Alternative
    @Priority(1)
    @Singleton
    Optional<ExemplarSampler> sampler() {
        return Optional.of(new DefaultExemplarSampler(this));
    }

    /** Runs a recording in the name of a score's trace. */
    static void within(Score score, Runnable recording) {
        CURRENT.set(score);
        try {
            recording.run();
        } finally {
            CURRENT.remove();
        }
    }

    @Override
    public @Nullable String getTraceId() {
        Score score = CURRENT.get();
        return score == null ? null : score.traceId();
    }

    @Override
    public @Nullable String getSpanId() {
        Score score = CURRENT.get();
        return score == null ? null : score.spanId();
    }

    /** Which of the traces were kept is not known here; all are named. */
    @Override
    public boolean isSampled() {
        return true;
    }
}
