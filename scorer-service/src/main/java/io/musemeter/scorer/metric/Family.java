package io.musemeter.scorer.metric;

import java.util.List;
import java.util.Optional;

/**
 * A family of metrics that share one analysis of a story and scale together.
 *
 * @param <A> the analysed form of a story
 */
public interface Family<A> {
    /** Its name: the family of its metrics' catalogue entries and part of its consumer group's name. */
    String name();

    /** Its metrics. */
    List<Metric<A>> metrics();

    /** The analysis its metrics share, for example tokens or embeddings. */
    A analyse(ScoringInput input);

    /** What places a story in meaning, for the family that embeds stories. */
    default Optional<StoryVector<A>> vector() {
        return Optional.empty();
    }
}
