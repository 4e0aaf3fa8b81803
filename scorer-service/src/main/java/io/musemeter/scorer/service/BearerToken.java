package io.musemeter.scorer.service;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** Asks every request for the configured token, but those for health: probes have none, and health tells nothing else. */
@ApplicationScoped
class BearerToken {
    private static final int BEFORE_ALL_ROUTES = 1_000;
    private static final int UNAUTHORIZED = 401;

    void register(@Observes Filters filters, ScorerConfig config) {
        Optional<String> token = config.token();
        if (token.isPresent()) {
            byte[] expected = ("Bearer " + token.get()).getBytes(StandardCharsets.UTF_8);
            filters.register(request -> admit(request, expected), BEFORE_ALL_ROUTES);
        }
    }

    private static void admit(RoutingContext request, byte[] expected) {
        String given = request.request().getHeader("Authorization");
        if (request.normalizedPath().startsWith("/q/health")
                || (given != null && MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8)))) {
            request.next();
        } else {
            request.response()
                    .setStatusCode(UNAUTHORIZED)
                    .putHeader("WWW-Authenticate", "Bearer")
                    .end();
        }
    }
}
