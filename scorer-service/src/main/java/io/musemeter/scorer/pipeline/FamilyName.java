package io.musemeter.scorer.pipeline;

import java.util.Locale;

/** The families an instance can be told to serve; what metrics are labelled with. */
public enum FamilyName {
    /** Perplexities. */
    LIKELIHOOD,
    /** Words as they are written. */
    LEXICAL,
    /** Meaning, by embeddings. */
    SEMANTIC,
    /** What ties neighbouring sentences together. */
    COHESION,
    /** Marks by a language model; served only when configured. */
    JUDGE;

    /** The name in consumer groups, labels and the metric catalogue. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
