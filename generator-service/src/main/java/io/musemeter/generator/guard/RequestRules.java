package io.musemeter.generator.guard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are let through. A changing request needs an allowed Host (against DNS rebinding), a same-origin Origin
 * where one is sent (against other sites' pages) and a content type that a plain form cannot send.
 *
 * @param token the bearer token that every request but one for health must carry
 * @param allowedHosts hosts that a changing request may name
 */
record RequestRules(Optional<String> token, List<String> allowedHosts) {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
    private static final Set<String> CONTENT_TYPES =
            Set.of("application/json", "application/x-ndjson", "application/jsonl", "application/x-protobuf");

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
     * @param field the header at fault
     * @param problem what is wrong with it
     */
    record Refusal(int status, String field, String problem) {}

    /** The refusal of a request, if it is refused. */
    Optional<Refusal> refusal(Request request) {
        if (token.isPresent() && !request.path().startsWith("/q/health") && !carriesToken(request)) {
            return Optional.of(new Refusal(401, "Authorization", "a bearer token is required"));
        }
        return READING.contains(request.method()) ? Optional.empty() : changing(request);
    }

    private Optional<Refusal> changing(Request request) {
        String host = request.host();
        if (host == null || !allowedHosts.contains(withoutPort(host))) {
            return Optional.of(new Refusal(403, "Host", "is not among musemeter.generator.allowed-hosts"));
        }
        if (request.origin() != null && !request.origin().equals(request.scheme() + "://" + host)) {
            return Optional.of(new Refusal(403, "Origin", "is another site's"));
        }
        if (WITH_BODY.contains(request.method()) && !CONTENT_TYPES.contains(mediaType(request.contentType()))) {
            return Optional.of(new Refusal(415, "Content-Type", "is not one that is taken here"));
        }
        return Optional.empty();
    }

    private boolean carriesToken(Request request) {
        String expected = "Bearer " + token.orElseThrow();
        String sent = request.authorization() == null ? "" : request.authorization();
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
