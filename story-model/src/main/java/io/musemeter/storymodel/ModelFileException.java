package io.musemeter.storymodel;

/** A model file that cannot be used: of another kind or version, damaged, or cut short. */
public final class ModelFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ModelFileException(String message) {
        super(message);
    }

    ModelFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
