package io.musemeter.scorer.service.provider;

import java.io.IOException;

/** A provider sent more than any answer takes. */
final class AnswerTooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    AnswerTooLongException() {
        super("the provider sends too much");
    }
}
