package io.musemeter.aggregator.state;

/** State on the heap, read from a {@link CellStore} when a task starts and written back whenever one commits. */
public interface HeapState {
    /** Writes what has changed since the last call, and nothing else. */
    void writeChanges(StateLog log);

    /** Forgets everything: the task has gone elsewhere or its transaction was aborted. */
    void drop();
}
