package io.musemeter.aggregator.metrics;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Lets a scraper that takes OpenMetrics have it. Prometheus names it first and plain text as its last resort; Quarkus
 * answers with plain text whenever that is named at all, and plain text has no exemplars.
 */
@ApplicationScoped
public class ExemplarsForPrometheus {
    static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    private static final int AFTER_THE_GUARD = 9_000;

    private final String path;

    ExemplarsForPrometheus(
            @ConfigProperty(name = "quarkus.http.non-application-root-path", defaultValue = "q") String root) {
        this.path = "/" + root.replaceAll("^/|/$", "") + "/metrics";
    }

    void register(@Observes Filters filters) {
        filters.register(this::prefer, AFTER_THE_GUARD);
    }

    private void prefer(RoutingContext context) {
        if (path.equals(context.normalizedPath())
                && takesOpenMetrics(context.request().getHeader(HttpHeaders.ACCEPT))) {
            context.request().headers().set(HttpHeaders.ACCEPT, OPEN_METRICS);
        }
        context.next();
    }

    private static boolean takesOpenMetrics(@Nullable String accept) {
        return accept != null && accept.contains("application/openmetrics-text");
    }
}
