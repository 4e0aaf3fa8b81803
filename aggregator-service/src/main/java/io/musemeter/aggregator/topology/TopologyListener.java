package io.musemeter.aggregator.topology;

import io.musemeter.aggregator.series.Acceptance;
import io.musemeter.aggregator.stories.GroupState;
import io.musemeter.events.Score;
import io.musemeter.events.Story;
import java.time.Duration;

/** Told by the topology what happens in it, on its own thread; must return at once and not throw. */
public interface TopologyListener {
    /** A score kept the contract. */
    default void score(Score score, Acceptance acceptance, long nowMillis) {}

    /** A score broke the contract. */
    default void scoreRejected(String field) {}

    /** A story was counted or not. */
    default void story(Story story, GroupState.Counting counting) {}

    /** A story broke the contract. */
    default void storyRejected(String field) {}

    /** This instance owns a series from now on. */
    default void seriesOwned(String seriesId) {}

    /** This instance no longer owns a series. */
    default void seriesReleased(String seriesId) {}

    /** A tick recomputed so many answers. */
    default void ticked(int answers, Duration took) {}
}
