package io.musemeter.aggregator.state;

import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * A logged key-value store in front of which state lives on the heap.
 *
 * <p>Under exactly-once Kafka Streams does not call {@code flush()} at a commit; it calls {@code flushCache()} of stores that are
 * {@link CachedStateStore}s, and only what is written there belongs to the transaction that commits the input's offsets. That
 * interface is internal to Kafka Streams: the version of Kafka is pinned, and a test that kills the process guards it.
 */
public final class CellStore implements StateStore, CachedStateStore<Bytes, byte[]>, StateLog {
    private final KeyValueStore<Bytes, byte[]> logged;
    private @Nullable HeapState heap;

    /**
     * @param logged a store with logging on and caching off
     */
    public CellStore(KeyValueStore<Bytes, byte[]> logged) {
        this.logged = logged;
    }

    /** Hands every entry to a reader, then lets the heap that was built from them write itself at each commit. */
    public void open(BiConsumer<StateKey, byte[]> reader, HeapState owner) {
        try (KeyValueIterator<Bytes, byte[]> entries = logged.all()) {
            entries.forEachRemaining(entry -> reader.accept(StateKey.fromBytes(entry.key.get()), entry.value));
        }
        heap = owner;
    }

    @Override
    public void flushCache() {
        if (heap != null) {
            heap.writeChanges(this);
        }
    }

    @Override
    public void put(StateKey key, byte @Nullable [] value) {
        if (value == null) {
            logged.delete(Bytes.wrap(key.toBytes()));
        } else {
            logged.put(Bytes.wrap(key.toBytes()), value);
        }
    }

    @Override
    public void clearCache() {
        forget();
    }

    @Override
    public boolean setFlushListener(@Nullable CacheFlushListener<Bytes, byte[]> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public String name() {
        return logged.name();
    }

    /** Registers this store, not the one behind it, so that commits reach {@link #flushCache()}. */
    @Override
    public void init(StateStoreContext context, StateStore root) {
        forget();
        logged.init(context, this);
    }

    /** Nothing: see the class comment. */
    @Override
    public void flush() {
        logged.flush();
    }

    @Override
    public void close() {
        forget();
        logged.close();
    }

    @Override
    public boolean persistent() {
        return logged.persistent();
    }

    @Override
    public boolean isOpen() {
        return logged.isOpen();
    }

    private void forget() {
        if (heap != null) {
            heap.drop();
            heap = null;
        }
    }
}
