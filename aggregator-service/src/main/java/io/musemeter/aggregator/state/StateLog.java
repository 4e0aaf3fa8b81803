package io.musemeter.aggregator.state;

import org.jspecify.annotations.Nullable;

/** Where state on the heap is written to when a transaction commits. */
@FunctionalInterface
public interface StateLog {
    /** Writes one entry; null removes it. */
    void put(StateKey key, byte @Nullable [] value);
}
