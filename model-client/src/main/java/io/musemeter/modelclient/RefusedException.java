package io.musemeter.modelclient;

import java.time.Duration;
import java.util.Optional;

/** A model's answer other than success. What it says may quote the request and is never logged. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Refusal refusal;
    private final transient Optional<Duration> retryAfter;

    /**
     * @param status of HTTP
     * @param body what it says, hostile
     * @param retryAfter how long it asks to be left alone
     */
    public RefusedException(int status, String body, Optional<Duration> retryAfter) {
        super("the provider answered with status " + status);
        this.status = status;
        this.refusal = Refusal.of(body);
        this.retryAfter = retryAfter;
    }

    /** Status of HTTP. */
    public int status() {
        return status;
    }

    /** What it says. */
    public Refusal refusal() {
        return refusal;
    }

    /** How long it asks to be left alone, when it does. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** Whether the model's server, or what is in front of it, failed or was not there. */
    public boolean unavailable() {
        return status >= 500;
    }

    /** Whether another try may go otherwise. */
    public boolean passing() {
        return unavailable() || status == 408 || status == 409 || status == 425 || status == 429;
    }
}
