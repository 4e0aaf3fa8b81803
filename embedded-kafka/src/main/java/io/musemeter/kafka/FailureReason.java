package io.musemeter.kafka;

/** Why a broker did not start. The exit code is the process's, the name stands in its {@code FAILED} line. */
public enum FailureReason {
    /** An option is missing or out of range. */
    USAGE(2),
    /** Another program listens on a port the broker was given. */
    PORT_TAKEN(3),
    /** Another broker uses the data folder. */
    FOLDER_IN_USE(4),
    /** The data folder cannot be read, or is not a broker's. */
    FOLDER_CORRUPT(5),
    /** An existing topic contradicts {@code topics.yaml} in what cannot be changed. */
    TOPIC_MISMATCH(6),
    /** It was not ready in time. */
    NOT_READY(7),
    /** Anything else. */
    BROKER_FAILED(1);

    private final int exitCode;

    FailureReason(int exitCode) {
        this.exitCode = exitCode;
    }

    /** Exit code of the broker's process. */
    public int exitCode() {
        return exitCode;
    }
}
