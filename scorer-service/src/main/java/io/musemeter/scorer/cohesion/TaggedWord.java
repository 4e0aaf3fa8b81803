package io.musemeter.scorer.cohesion;

import java.util.Set;

/**
 * A word with its part of speech.
 *
 * @param form the word in lower case
 * @param stem its stem by Porter (1980), so that {@code table} and {@code tables} are one
 * @param tag its universal part-of-speech tag (Petrov, Das and McDonald 2012), for example {@code NOUN}
 */
public record TaggedWord(String form, String stem, String tag) {
    private static final Set<String> NOUN = Set.of("NOUN", "PROPN");
    private static final Set<String> CONTENT = Set.of("NOUN", "PROPN", "VERB", "ADJ", "ADV");

    boolean isNoun() {
        return NOUN.contains(tag);
    }

    boolean isPronoun() {
        return tag.equals("PRON");
    }

    /** Whether it carries meaning of its own: a noun, verb, adjective or adverb, no auxiliary. */
    boolean isContent() {
        return CONTENT.contains(tag);
    }
}
