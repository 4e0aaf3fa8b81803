package io.musemeter.aggregator.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are let through. With a token every request but one for health carries it: as a bearer token, or as the
 * password of basic authentication, which browsers ask for. A changing request also needs an allowed Host (against DNS
 * rebinding), a same-origin Origin where one is sent (against other sites' pages) and {@code application/json}, which a plain
 * form cannot send.
 *
 * @param token the token, if any
 * @param allowedHosts hosts that a changing request may name
 */
record RequestRules(Optional<String> token, List<String> allowedHosts) {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    /**
     * What is looked at in a request.
     *
     * @param method HTTP method
     * @param path normalised path
     * @param scheme {@code http} or {@code https}
     * @param host Host header
     * @param origin Origin header
     * @param contentType Content-Type header
     * @param authorization Authorization header
     */
    record Request(
            String method,
            String path,
            String scheme,
            @Nullable String host,
            @Nullable String origin,
            @Nullable String contentType,
            @Nullable String authorization) {}

    /**
     * Why a request is turned away.
     *
     * @param status HTTP status
     * @param header the header at fault
     * @param problem what is wrong with it
     */
    record Refusal(int status, String header, String problem) {}

    /** The refusal of a request, if it is refused. */
    Optional<Refusal> refusal(Request request) {
        if (token.isPresent() && !forHealth(request.path()) && !carries(token.get(), request.authorization())) {
            return Optional.of(new Refusal(401, "Authorization", "the token is required"));
        }
        return READING.contains(request.method()) ? Optional.empty() : changing(request);
    }

    private Optional<Refusal> changing(Request request) {
        String host = request.host();
        if (host == null || !allowedHosts.contains(withoutPort(host))) {
            return Optional.of(new Refusal(403, "Host", "is not among musemeter.aggregator.allowed-hosts"));
        }
        if (request.origin() != null && !request.origin().equals(request.scheme() + "://" + host)) {
            return Optional.of(new Refusal(403, "Origin", "is another site's"));
        }
        if (!"application/json".equals(mediaType(request.contentType()))) {
            return Optional.of(new Refusal(415, "Content-Type", "must be application/json"));
        }
        return Optional.empty();
    }

    private static boolean forHealth(String path) {
        return path.equals("/q/health") || path.startsWith("/q/health/");
    }

    private static boolean carries(String token, @Nullable String authorization) {
        String sent = authorization == null ? "" : authorization;
        if (sent.startsWith(BASIC)) {
            return same(password(sent.substring(BASIC.length())), token);
        }
        return same(sent, BEARER + token);
    }

    private static String password(String credentials) {
        try {
            String decoded = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            return decoded.substring(decoded.indexOf(':') + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static boolean same(String sent, String expected) {
        return MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }

    private static String withoutPort(String host) {
        return host.replaceFirst(":[0-9]+$", "").toLowerCase(Locale.ROOT);
    }

    private static String mediaType(@Nullable String contentType) {
        return contentType == null
                ? ""
                : contentType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }
}
