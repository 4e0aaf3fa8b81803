package io.musemeter.scorer.reference;

/** A reference set that cannot be used. The message names line and component and never quotes a story. */
public final class InvalidReferenceSetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong */
    public InvalidReferenceSetException(String message) {
        super(message);
    }
}
