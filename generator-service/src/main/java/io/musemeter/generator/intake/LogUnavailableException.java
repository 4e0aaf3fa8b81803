package io.musemeter.generator.intake;

/** Kafka did not take a record; sending the request again is safe. */
public final class LogUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param cause why */
    public LogUnavailableException(Throwable cause) {
        super("the log is not available", cause);
    }
}
