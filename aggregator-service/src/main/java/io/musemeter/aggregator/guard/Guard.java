package io.musemeter.aggregator.guard;

import io.musemeter.aggregator.api.Problem;
import io.musemeter.aggregator.service.AggregatorConfig;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Puts the bind rule and the request rules in front of every route, and protective headers on every answer. */
@ApplicationScoped
public class Guard {
    private static final int BEFORE_EVERYTHING = 10_000;

    private final RequestRules rules;
    private final String host;

    Guard(AggregatorConfig config, @ConfigProperty(name = "quarkus.http.host") String host) {
        this.rules = new RequestRules(config.token(), config.allowedHosts());
        this.host = host;
    }

    void checkBind(@Observes StartupEvent event) {
        BindRule.check(host, rules.token().isPresent());
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, BEFORE_EVERYTHING);
    }

    private void filter(RoutingContext context) {
        HttpServerRequest request = context.request();
        HttpServerResponse response = context.response()
                .putHeader("Content-Security-Policy", "default-src 'self'")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("X-Frame-Options", "DENY")
                .putHeader("Referrer-Policy", "no-referrer");
        Optional<RequestRules.Refusal> refusal = rules.refusal(new RequestRules.Request(
                request.method().name(),
                context.normalizedPath(),
                request.isSSL() ? "https" : "http",
                authority(request),
                request.getHeader("Origin"),
                request.getHeader("Content-Type"),
                request.getHeader("Authorization")));
        if (refusal.isEmpty()) {
            context.next();
        } else {
            refuse(response, refusal.get());
        }
    }

    /** The body of a refused request is not read: the connection goes with it. */
    @SuppressWarnings("FutureReturnValueIgnored") // a peer that has gone needs no answer
    private static void refuse(HttpServerResponse response, RequestRules.Refusal refusal) {
        if (refusal.status() == 401) {
            response.putHeader("WWW-Authenticate", "Basic realm=\"musemeter\", charset=\"UTF-8\"");
        }
        response.setStatusCode(refusal.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Connection", "close")
                .end(Json.encode(
                        new Problem("Request refused", refusal.status(), refusal.problem(), refusal.header())));
    }

    /** What the request names as its host: the Host header, or the authority of HTTP/2, which has no such header. */
    private static @Nullable String authority(HttpServerRequest request) {
        HostAndPort named = request.authority();
        return named == null ? null : named.toString();
    }
}
