package io.musemeter.kafka;

import org.jspecify.annotations.Nullable;

/** A broker that did not start, with a reason a program can act on and a message a person can. */
public final class EmbeddedKafkaException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final FailureReason reason;

    /** A failure whose message tells a person what to do. */
    public EmbeddedKafkaException(FailureReason reason, String message) {
        this(reason, message, null);
    }

    /** A failure with its cause. */
    public EmbeddedKafkaException(FailureReason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why it did not start. */
    public FailureReason reason() {
        return reason;
    }
}
