package io.musemeter.scorer.metric;

import java.util.Optional;

/**
 * Where a family sees a whole story in meaning: a by-product of its metrics that is published beside the scores, so that what
 * is asked of many stories together need not embed them again.
 *
 * @param <A> the family's analysed form of a story
 */
public interface StoryVector<A> {
    /** Fingerprint of what makes the vectors: those of two embedders are not comparable. */
    String embedder();

    /** The story's vector, of length 1; empty when the story has no token. */
    Optional<float[]> of(A analysed);
}
