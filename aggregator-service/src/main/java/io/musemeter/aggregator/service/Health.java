package io.musemeter.aggregator.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.apache.kafka.streams.KafkaStreams;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** What the probes ask. */
@ApplicationScoped
public class Health {
    private final AggregatorState state;

    Health(AggregatorState state) {
        this.state = state;
    }

    @Produces
    @Readiness
    HealthCheck view() {
        return () ->
                HealthCheckResponse.named("answers read").status(state.ready()).build();
    }

    @Produces
    @Readiness
    HealthCheck counting() {
        return () -> HealthCheckResponse.named("scores counted")
                .status(state.counting())
                .withData("streams", state.streams().name())
                .build();
    }

    @Produces
    @Liveness
    HealthCheck alive() {
        return () -> HealthCheckResponse.named("streams")
                .status(state.streams() != KafkaStreams.State.ERROR)
                .withData("streams", state.streams().name())
                .build();
    }
}
