package io.musemeter.generator.pressure;

/** A body comes in an encoding that is not taken. */
public final class UnknownEncodingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param problem what is wrong with the Content-Encoding header */
    UnknownEncodingException(String problem) {
        super(problem);
    }
}
