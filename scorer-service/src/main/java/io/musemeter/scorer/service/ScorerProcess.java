package io.musemeter.scorer.service;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Ties {@link ScorerService} to the life of the process and to its health endpoints. */
@ApplicationScoped
class ScorerProcess {
    private final ScorerService service;

    ScorerProcess(
            ScorerConfig config,
            JudgeConfig judge,
            MeterRegistry registry,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        BindRule.check(host, config.token());
        this.service = new ScorerService(config, judge, new KafkaClients(kafka), registry);
    }

    void start(@Observes StartupEvent started) {
        service.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        service.close();
    }

    @Produces
    @Readiness
    HealthCheck ready() {
        return () -> HealthCheckResponse.named("exemplars and reference sets loaded")
                .status(service.ready())
                .build();
    }

    @Produces
    @Liveness
    HealthCheck alive() {
        return () -> HealthCheckResponse.named("scorers alive")
                .status(service.alive())
                .build();
    }
}
