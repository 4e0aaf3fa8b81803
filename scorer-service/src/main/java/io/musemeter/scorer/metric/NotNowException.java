package io.musemeter.scorer.metric;

/**
 * A story cannot be scored for now, for a reason that is not the story's: it has no score yet, is delivered again, and is
 * scored then.
 */
public final class NotNowException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message why; free of story text */
    public NotNowException(String message) {
        super(message);
    }

    /**
     * As above, with what is beneath.
     *
     * @param message why; free of story text
     * @param cause what is beneath
     */
    public NotNowException(String message, Throwable cause) {
        super(message, cause);
    }
}
