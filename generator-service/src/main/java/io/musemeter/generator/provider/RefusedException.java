package io.musemeter.generator.provider;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** A provider's answer other than success. Its body may quote the request and is never logged. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What the client gives where nobody answered at all. */
    private static final int NO_ANSWER = 0;

    private final int status;
    private final String body;
    private final transient Optional<Duration> retryAfter;

    RefusedException(int status, String body, Optional<Duration> retryAfter) {
        super("the provider answered with status " + status);
        this.status = status;
        this.body = body.toLowerCase(Locale.ROOT);
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    boolean mentions(String word) {
        return body.contains(word);
    }

    /** Whether another try may go otherwise. */
    boolean passing() {
        return status == NO_ANSWER || status == 408 || status == 409 || status == 425 || status == 429 || status >= 500;
    }
}
