package io.musemeter.generator.scoresout;

import java.time.Duration;
import java.util.Optional;

/** The receiver answered with something other than success. */
final class ReceiverException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Optional<Duration> retryAfter;

    ReceiverException(int status, Optional<Duration> retryAfter) {
        super("the receiver of scores answered with status " + status);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /**
     * Whether the request is to be sent again: by OTLP 1.5, "Retryable Response Codes", and where the receiver does not know
     * us, for a key that has run out is renewed, and no score is at fault.
     */
    boolean passing() {
        return status == 401 || status == 403 || status == 429 || status == 502 || status == 503 || status == 504;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
