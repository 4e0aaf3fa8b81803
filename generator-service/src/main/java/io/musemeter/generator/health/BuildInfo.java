package io.musemeter.generator.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.common.utils.AppInfoParser;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What runs here, as a figure for Prometheus. */
@ApplicationScoped
class BuildInfo {
    private final MeterRegistry registry;
    private final String version;

    BuildInfo(MeterRegistry registry, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.registry = registry;
        this.version = version;
    }

    void start(@Observes StartupEvent started) {
        Gauge.builder("musemeter.build.info", () -> 1)
                .description("Always 1")
                .tags("version", version, "kafka", AppInfoParser.getVersion())
                .register(registry);
    }
}
