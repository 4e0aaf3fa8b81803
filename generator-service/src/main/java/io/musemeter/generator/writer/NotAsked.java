package io.musemeter.generator.writer;

import java.time.Instant;

/**
 * The model was not asked, or not to the end: nothing is known of this prompt and sampler, which can be asked for again.
 *
 * @param until not before then
 * @param why what stands in the way
 */
public record NotAsked(Instant until, Why why) implements Reply {
    /** What stands in the way of asking. */
    public enum Why {
        /** The provider failed so often that it is left alone for a while. */
        CIRCUIT_OPEN,
        /** The day's calls or tokens are used up. */
        BUDGET_EXHAUSTED,
        /** The provider asked to be left alone, by Retry-After. */
        ASKED_TO_WAIT
    }
}
