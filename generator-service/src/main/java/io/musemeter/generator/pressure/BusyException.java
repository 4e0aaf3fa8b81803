package io.musemeter.generator.pressure;

/** Too much is under way; the request may come again. */
public final class BusyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BusyException() {
        super("too much is under way");
    }
}
