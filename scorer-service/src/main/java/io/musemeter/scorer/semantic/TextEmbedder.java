package io.musemeter.scorer.semantic;

import java.util.Optional;

/** Turns a text into a vector whose direction stands for its meaning. Safe for use by any number of threads. */
public interface TextEmbedder {
    /** What scores made with it are signed with: another fingerprint may give another vector for the same text. */
    String fingerprint();

    /** The text's embedding, of length 1; empty when the text has no token. */
    Optional<float[]> embed(String text);
}
