package io.musemeter.scorer.pipeline;

import java.util.Locale;

/** What became of a record of {@code stories}; what the counter is labelled with. */
public enum StoryFate {
    /** Its text was scored, or found unscorable. */
    SCORED,
    /** It holds no text; counted as unscorable for every metric. */
    NOT_WRITTEN,
    /** It broke the contract. */
    REJECTED,
    /** It was erased. */
    ERASED;

    /** The label's value. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
