package io.musemeter.aggregator.metrics;

import io.micrometer.prometheus.PrometheusMeterRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Answers a scraper that takes OpenMetrics with OpenMetrics. Prometheus names it first and plain text as its last resort;
 * Quarkus answers with plain text whenever that is named at all, and plain text has no exemplars.
 */
@ApplicationScoped
public class OpenMetricsRoute {
    private static final int AFTER_THE_GUARD = 9_000;

    private final PrometheusMeterRegistry registry;
    private final String path;

    OpenMetricsRoute(
            PrometheusMeterRegistry registry,
            @ConfigProperty(name = "quarkus.http.non-application-root-path", defaultValue = "q") String root) {
        this.registry = registry;
        this.path = "/" + root.replaceAll("^/|/$", "") + "/metrics";
    }

    void register(@Observes Filters filters) {
        filters.register(this::answer, AFTER_THE_GUARD);
    }

    private void answer(RoutingContext context) {
        if (HttpMethod.GET.equals(context.request().method())
                && path.equals(context.normalizedPath())
                && takesOpenMetrics(context.request().getHeader(HttpHeaders.ACCEPT))) {
            // Thousands of samples take their time: not on the event loop.
            context.vertx()
                    .executeBlocking(this::scrape, false)
                    .onSuccess(text -> send(context, text))
                    .onFailure(context::fail);
        } else {
            context.next();
        }
    }

    private String scrape() {
        return Exemplars.whereAllowed(registry.scrape(TextFormat.CONTENT_TYPE_OPENMETRICS_100));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a peer that has gone needs no answer
    private static void send(RoutingContext context, String text) {
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, TextFormat.CONTENT_TYPE_OPENMETRICS_100)
                .end(text);
    }

    private static boolean takesOpenMetrics(@Nullable String accept) {
        return accept != null && accept.toLowerCase(Locale.ROOT).contains("application/openmetrics-text");
    }
}
