package io.musemeter.aggregator.state;

import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.Temperature;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Identities of one span of event time, appended to the changelog in chunks: only the last chunk is ever rewritten, and a later
 * entry of an identity replaces an earlier one.
 */
final class SeenBucket {
    private static final byte FORMAT = 1;
    private static final int CHUNK_ENTRIES = 64;
    private static final int HEADER = 1 + Long.BYTES;
    private static final int ENTRY = 2 * Long.BYTES + 1;
    private static final int PROVISIONAL_ENTRY = ENTRY + 2 * Long.BYTES;
    private static final int FIRST_CAPACITY = 128;
    private static final byte FINAL = 0;
    private static final int REASONS = 3;
    private static final int TRUNCATED = 4;
    private static final CellOutcome.Reason[] REASON = CellOutcome.Reason.values();

    private final Ids settled = new Ids();
    private final Map<Id, Provisional> provisionals = new HashMap<>();
    private final TreeMap<Integer, byte[]> unwritten = new TreeMap<>();
    private ByteBuffer tail = emptyChunk();
    private int tailEntries;
    private int tailNumber;
    private int chunks;
    private boolean tailDirty;
    private long newest = Long.MIN_VALUE;

    boolean isFinal(Id id) {
        return settled.contains(id);
    }

    @Nullable
    Provisional provisional(Id id) {
        return provisionals.get(id);
    }

    int size() {
        return settled.size() + provisionals.size();
    }

    int chunks() {
        return chunks;
    }

    /** Latest time at which an entry was counted. */
    long newest() {
        return newest;
    }

    void remember(Id id, long countedMillis, @Nullable Provisional provisional) {
        newest = Math.max(newest, countedMillis);
        apply(id, provisional);
        append(id, provisional);
    }

    void writeChanges(BiConsumer<Integer, byte[]> log) {
        unwritten.forEach(log);
        unwritten.clear();
        if (tailDirty) {
            log.accept(tailNumber, tailBytes());
            tailDirty = false;
        }
    }

    void read(int number, byte[] chunk) {
        ByteBuffer in = ByteBuffer.wrap(chunk);
        if (in.get() != FORMAT) {
            throw new IllegalArgumentException("seen: format " + chunk[0] + " is unknown, " + FORMAT + " is expected");
        }
        newest = Math.max(newest, in.getLong());
        while (in.hasRemaining()) {
            Id id = new Id(in.getLong(), in.getLong());
            byte status = in.get();
            apply(
                    id,
                    status == FINAL
                            ? null
                            : new Provisional(
                                    new CellOutcome.Unscored(REASON[(status & REASONS) - 1], (status & TRUNCATED) != 0),
                                    new Temperature(in.getLong()),
                                    in.getLong()));
        }
        // Chunks read back are never rewritten: the next entries begin a new one.
        chunks = Math.max(chunks, number + 1);
        tailNumber = chunks;
    }

    private void apply(Id id, @Nullable Provisional provisional) {
        if (provisional == null) {
            settled.add(id);
            provisionals.remove(id);
        } else if (!settled.contains(id)) {
            provisionals.put(id, provisional);
        }
    }

    private void append(Id id, @Nullable Provisional provisional) {
        if (tail.remaining() < PROVISIONAL_ENTRY) {
            tail = ByteBuffer.allocate(2 * tail.capacity()).put(tail.flip());
        }
        tail.putLong(id.high()).putLong(id.low());
        if (provisional == null) {
            tail.put(FINAL);
        } else {
            CellOutcome.Unscored outcome = provisional.outcome();
            tail.put((byte) (outcome.reason().ordinal() + 1 | (outcome.truncated() ? TRUNCATED : 0)))
                    .putLong(provisional.temperature().nanos())
                    .putLong(provisional.timeMillis());
        }
        chunks = Math.max(chunks, tailNumber + 1);
        tailDirty = true;
        if (++tailEntries == CHUNK_ENTRIES) {
            unwritten.put(tailNumber++, tailBytes());
            tail = emptyChunk();
            tailEntries = 0;
            tailDirty = false;
        }
    }

    private byte[] tailBytes() {
        byte[] bytes = new byte[tail.position()];
        ByteBuffer written = tail.duplicate().flip();
        written.get(bytes);
        ByteBuffer.wrap(bytes).put(0, FORMAT).putLong(1, newest);
        return bytes;
    }

    private static ByteBuffer emptyChunk() {
        return ByteBuffer.allocate(FIRST_CAPACITY).position(HEADER);
    }
}
