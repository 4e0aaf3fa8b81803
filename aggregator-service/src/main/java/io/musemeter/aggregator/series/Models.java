package io.musemeter.aggregator.series;

import io.musemeter.aggregator.state.StateKey;
import io.musemeter.aggregator.state.StateKey.Kind;
import io.musemeter.aggregator.state.StateLog;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Which models and fingerprints answered behind a series' one model name and which exemplars were compared with, each with the earliest event time it was seen at: what
 * changed when does not depend on the order in which scores came. Of each the {@value #MOST} that came last are kept.
 */
final class Models {
    /** What stands for a model that did not say which one it is. */
    static final String UNNAMED = "";

    private static final byte FORMAT = 2;
    private static final int MOST = 32;
    private static final Comparator<Seen> LATEST_FIRST =
            Comparator.comparingLong(Seen::firstMillis).reversed().thenComparing(Seen::name);

    private final String seriesId;
    private final Map<What, Map<String, Long>> firsts = new EnumMap<>(What.class);
    private final Map<What, List<Seen>> sorted = new EnumMap<>(What.class);
    private boolean dirty;

    /** What tells one from another. The order is part of the format. */
    enum What {
        RESPONSE_MODEL,
        FINGERPRINT,
        EXEMPLAR,
        /** Response model and exemplar together: {@link Epochs}. */
        EPOCH
    }

    /** A name and the earliest event time it was seen at. */
    record Seen(String name, long firstMillis) {}

    Models(String seriesId) {
        this.seriesId = seriesId;
        for (What what : What.values()) {
            firsts.put(what, new TreeMap<>());
        }
    }

    void see(What what, @Nullable String name, long timeMillis) {
        Map<String, Long> known = firsts.getOrDefault(what, new TreeMap<>());
        String named = name == null ? UNNAMED : name;
        Long first = known.get(named);
        if (first == null || timeMillis < first) {
            known.put(named, timeMillis);
            dirty = true;
            sorted.remove(what);
            if (known.size() > MOST) {
                known.remove(latestFirst(what).get(MOST).name());
                sorted.remove(what);
            }
        }
    }

    /** All that are kept, the latest first. */
    List<Seen> latestFirst(What what) {
        return sorted.computeIfAbsent(
                what,
                w -> firsts.getOrDefault(w, Map.of()).entrySet().stream()
                        .map(entry -> new Seen(entry.getKey(), entry.getValue()))
                        .sorted(LATEST_FIRST)
                        .toList());
    }

    void writeChanges(StateLog log) {
        if (dirty) {
            log.put(key(), encode());
            dirty = false;
        }
    }

    void remove(StateLog log) {
        log.put(key(), null);
    }

    void read(byte[] bytes) {
        Bytes.read("models", FORMAT, bytes, in -> {
            sorted.clear();
            for (What what : What.values()) {
                int count = in.readUnsignedByte();
                for (int i = 0; i < count; i++) {
                    String name = in.readUTF();
                    firsts.getOrDefault(what, new TreeMap<>()).put(name, in.readLong());
                }
            }
        });
    }

    private byte[] encode() {
        return Bytes.write(FORMAT, out -> {
            for (What what : What.values()) {
                List<Seen> all = latestFirst(what);
                out.writeByte(all.size());
                for (Seen seen : all) {
                    out.writeUTF(seen.name());
                    out.writeLong(seen.firstMillis());
                }
            }
        });
    }

    private StateKey key() {
        return StateKey.of(seriesId, Kind.MODELS);
    }
}
