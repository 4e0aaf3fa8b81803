package io.musemeter.aggregator.state;

import io.musemeter.aggregator.state.StateKey.Kind;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which identities an owner has counted, in buckets of event time as it was sent. A bucket goes once nothing in it could be
 * accepted any more. An identity is looked for in all of them: what is asked for again has another event time.
 */
public final class Seen {
    private final String owner;
    private final long bucketMillis;
    private final NavigableMap<Long, SeenBucket> buckets = new TreeMap<>();

    /**
     * @param owner whose identities they are
     * @param bucketMillis length of a bucket of event time
     */
    public Seen(String owner, long bucketMillis) {
        this.owner = owner;
        this.bucketMillis = bucketMillis;
    }

    /** Whether an identity was counted with a final outcome, whatever event time it came with. */
    public boolean isFinal(Id id) {
        for (SeenBucket bucket : buckets.descendingMap().values()) {
            if (bucket.isFinal(id)) {
                return true;
            }
        }
        return false;
    }

    /** The outcome an identity was counted with, when it can still be replaced. */
    public @Nullable Provisional provisional(Id id) {
        for (SeenBucket bucket : buckets.descendingMap().values()) {
            Provisional found = bucket.provisional(id);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** Remembers a new identity, with its outcome where that can still be replaced. */
    public void remember(Id id, long sentMillis, long countedMillis, @Nullable Provisional provisional) {
        buckets.computeIfAbsent(start(sentMillis), s -> new SeenBucket()).remember(id, countedMillis, provisional);
    }

    /** Replaces the outcome of an identity whose outcome was provisional. */
    public void replace(Id id, long countedMillis, @Nullable Provisional provisional) {
        for (SeenBucket bucket : buckets.values()) {
            if (bucket.provisional(id) != null) {
                bucket.remember(id, countedMillis, provisional);
            }
        }
    }

    /** Number of identities kept. */
    public int size() {
        return buckets.values().stream().mapToInt(SeenBucket::size).sum();
    }

    /** Forgets the buckets whose newest entry was counted before a time. */
    public void forgetBefore(long countedMillis, StateLog log) {
        for (Iterator<Map.Entry<Long, SeenBucket>> all = buckets.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Long, SeenBucket> entry = all.next();
            if (entry.getValue().newest() < countedMillis) {
                remove(entry.getKey(), entry.getValue(), log);
                all.remove();
            }
        }
    }

    /** Writes what has changed. */
    public void writeChanges(StateLog log) {
        buckets.forEach(
                (start, bucket) -> bucket.writeChanges((number, chunk) -> log.put(chunkKey(start, number), chunk)));
    }

    /** Removes everything from the log. */
    public void remove(StateLog log) {
        buckets.forEach((start, bucket) -> remove(start, bucket, log));
        buckets.clear();
    }

    /** Reads back what was written under a key of kind {@link Kind#SEEN}. */
    public void read(StateKey key, byte[] chunk) {
        buckets.computeIfAbsent(key.second(), s -> new SeenBucket()).read(Math.toIntExact(key.third()), chunk);
    }

    private void remove(long start, SeenBucket bucket, StateLog log) {
        for (int number = 0; number < bucket.chunks(); number++) {
            log.put(chunkKey(start, number), null);
        }
    }

    private StateKey chunkKey(long start, int number) {
        return new StateKey(owner, Kind.SEEN, 0, start, number);
    }

    private long start(long sentMillis) {
        return Math.floorDiv(sentMillis, bucketMillis) * bucketMillis;
    }
}
