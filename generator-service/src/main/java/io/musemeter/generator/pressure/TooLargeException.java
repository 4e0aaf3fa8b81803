package io.musemeter.generator.pressure;

/** A body is larger than what is taken. */
public final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long bound) {
        super("the body is larger than " + bound + " bytes");
    }
}
