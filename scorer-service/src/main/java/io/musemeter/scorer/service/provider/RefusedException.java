package io.musemeter.scorer.service.provider;

import io.musemeter.scorer.judge.JudgeCallException;
import io.musemeter.scorer.judge.JudgeCallException.Kind;
import java.time.Duration;
import java.util.Optional;

/** A provider's answer other than success, without its text. */
final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int SERVER_ERRORS = 500;
    /** What the client gives where nobody answered at all. */
    private static final int NO_ANSWER = 0;

    private final int status;
    private final transient Optional<Duration> retryAfter;

    RefusedException(int status, Optional<Duration> retryAfter) {
        super("the provider answered with status " + status);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    /** What it means for the judgement. */
    JudgeCallException meaning() {
        if (status == TOO_MANY_REQUESTS) {
            return new JudgeCallException(Kind.RATE_LIMITED, retryAfter);
        }
        return status >= SERVER_ERRORS || status == REQUEST_TIMEOUT || status == NO_ANSWER
                ? new JudgeCallException(Kind.UNAVAILABLE, retryAfter)
                : new JudgeCallException(Kind.REFUSED, Optional.empty());
    }
}
