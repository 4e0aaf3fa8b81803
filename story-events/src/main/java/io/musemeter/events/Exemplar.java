package io.musemeter.events;

import java.time.Instant;

/**
 * The story against which others are compared: the value of topic {@code exemplars}, keyed by its hash.
 *
 * @param exemplarHash {@link Hashes#ofText} of the text
 * @param text the exemplar: hostile text; unpaired surrogates become U+FFFD
 * @param origin how it was found
 * @param eventTime when it was made
 */
public record Exemplar(String exemplarHash, String text, Origin origin, Instant eventTime) {
    /** How an exemplar was found. */
    public enum Origin {
        /** Asked of the model at temperature 0 before a sweep or study. */
        ASKED_AT_ZERO,
        /** Given by the user. */
        CONFIGURED,
        /** The first story seen at a temperature of at most 0.05. */
        FIRST_COLD_STORY
    }

    /** @throws InvalidEventException when a part is missing or the hash is not that of the text */
    public Exemplar {
        text = WellFormed.text(Require.present(text, "text"));
        Require.present(origin, "origin");
        Require.time(eventTime, "eventTime");
        if (!Hashes.ofText(text).equals(Require.name(exemplarHash, "exemplarHash"))) {
            throw new InvalidEventException("exemplarHash", "is not the hash of the text");
        }
    }

    /** An exemplar that names itself by its content. */
    public static Exemplar of(String text, Origin origin, Instant eventTime) {
        String wellFormed = WellFormed.text(text);
        return new Exemplar(Hashes.ofText(wellFormed), wellFormed, origin, eventTime);
    }
}
