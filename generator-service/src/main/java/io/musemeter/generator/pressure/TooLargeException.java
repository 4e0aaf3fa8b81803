package io.musemeter.generator.pressure;

/** A body is larger than what is taken. */
public final class TooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLargeException(long bound) {
        super("the body is larger than " + bound + " bytes");
    }

    private TooLargeException(String message) {
        super(message);
    }

    /** There are more values than are taken, however short each is. */
    static TooLargeException values(long bound) {
        return new TooLargeException("the body holds more than " + bound + " values");
    }

    /** There are more records than are taken in one request. */
    public static TooLargeException records(long bound) {
        return new TooLargeException(
                "the body holds more than " + bound + " records; send it in parts, or as JSON lines");
    }
}
