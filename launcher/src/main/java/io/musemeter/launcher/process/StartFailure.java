package io.musemeter.launcher.process;

/** A local system that could not start or go on; the message says what to do. */
public final class StartFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /**
     * @param message for the person at the terminal
     */
    public StartFailure(String message) {
        super(message);
    }
}
