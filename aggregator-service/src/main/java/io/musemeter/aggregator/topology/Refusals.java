package io.musemeter.aggregator.topology;

import io.musemeter.events.EventJson;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.LateDecision;
import io.musemeter.events.Score;
import io.musemeter.events.Source;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The late scores that were refused, by id: topic {@code late-decisions} on the heap of every instance. A replay has no order of its
 * own by which to judge what is late, so it leaves out what was left out when the stories were new.
 */
final class Refusals {
    /** Refusals kept, the latest: some 10 MB. */
    private static final int MOST = 100_000;

    private static final byte[] REFUSED = {1};

    private Refusals() {}

    /** The store, which every instance fills from the topic. */
    static StoreBuilder<KeyValueStore<Bytes, byte[]>> store() {
        return Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(Names.DECISIONS), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled();
    }

    /** Whether a replay is to leave a score out. */
    static boolean leavesOut(KeyValueStore<Bytes, byte[]> refused, Score score) {
        return score.series().source() instanceof Source.Replay
                && refused.get(Bytes.wrap(score.scoreId().getBytes(StandardCharsets.UTF_8))) != null;
    }

    /** Keeps the store up to date. */
    static final class Keeper implements Processor<byte[], byte[], Void, Void> {
        private final Deque<Bytes> kept = new ArrayDeque<>();
        private @Nullable KeyValueStore<Bytes, byte[]> store;

        @Override
        public void init(ProcessorContext<Void, Void> context) {
            store = context.getStateStore(Names.DECISIONS);
        }

        @Override
        public void process(Record<byte[], byte[]> received) {
            KeyValueStore<Bytes, byte[]> open = store;
            if (open == null || received.key() == null) {
                return;
            }
            Bytes id = Bytes.wrap(received.key());
            if (refused(received.value())) {
                if (open.putIfAbsent(id, REFUSED) == null) {
                    kept.addLast(id);
                }
                if (kept.size() > MOST) {
                    open.delete(kept.removeFirst());
                }
            }
        }

        private static boolean refused(byte @Nullable [] value) {
            try {
                return value != null
                        && !EventJson.read(value, LateDecision.class).accepted();
            } catch (InvalidEventException e) {
                // What cannot be read decides nothing.
                return false;
            }
        }
    }
}
