package io.musemeter.aggregator.series;

import io.musemeter.aggregator.state.StateKey;
import io.musemeter.aggregator.state.StateKey.Kind;
import io.musemeter.aggregator.state.StateLog;
import io.musemeter.events.Hashes;
import io.musemeter.events.Score;
import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.MetricScale;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The epochs of a series: a score belongs to that of the model that answered and the exemplar it was compared with, whenever it
 * comes. The latest is the epoch that is answered for. The two that appeared last are kept, and every other that may still become one
 * of them, because a late score moves the begin of a later one back: so what is kept does not depend on the order of the scores. One
 * that was let go does not begin again with a part of its scores.
 */
final class Epochs {
    private static final int KEPT = 2;
    /** Most that are kept while it is open which appeared last: a bound on the state. */
    private static final int MOST = 4;
    /** No name holds a control character. */
    private static final char BETWEEN = 0;

    private final String seriesId;
    private final MetricScale scale;
    private final Models models;
    private final Map<String, Epoch> epochs = new TreeMap<>();
    private final Set<String> dropped = new HashSet<>();

    Epochs(String seriesId, MetricScale scale, Models models) {
        this.seriesId = seriesId;
        this.scale = scale;
        this.models = models;
    }

    /** The epoch that appeared last; none before the first score, or where that one was let go. */
    @Nullable
    Epoch latest() {
        List<Models.Seen> all = models.latestFirst(Models.What.EPOCH);
        return all.isEmpty() ? null : epochs.get(all.get(0).name());
    }

    /** Whether there was any score. */
    boolean begun() {
        return !models.latestFirst(Models.What.EPOCH).isEmpty();
    }

    /** Event time of the first score of the epoch that appeared last. */
    long since() {
        return models.latestFirst(Models.What.EPOCH).get(0).firstMillis();
    }

    /**
     * How many epochs, of response model and exemplar, scores between two times may be of: the one that was there at first, and those
     * that appeared later.
     */
    int between(long fromMillis, long toMillis) {
        List<Models.Seen> all = models.latestFirst(Models.What.EPOCH);
        long later = all.stream()
                .filter(seen -> seen.firstMillis() > fromMillis && seen.firstMillis() <= toMillis)
                .count();
        boolean before = all.stream().anyMatch(seen -> seen.firstMillis() <= fromMillis);
        return Math.toIntExact(Math.max(1, later + (before ? 1 : 0)));
    }

    /** Why the epoch that appeared last began; the model goes before the exemplar, which it may have written. */
    History.Began began() {
        List<Models.Seen> all = models.latestFirst(Models.What.EPOCH);
        if (all.size() < 2) {
            return History.Began.WITH_SERIES;
        }
        return model(all.get(0).name()).equals(model(all.get(1).name()))
                ? History.Began.EXEMPLAR
                : History.Began.RESPONSE_MODEL;
    }

    /** Counts a score, if it has a value: a story that was not written says of no model that it answered. */
    void add(Observed observed) {
        if (!(observed.outcome() instanceof CellOutcome.Scored)) {
            return;
        }
        String name = name(observed.score());
        boolean letGo = !epochs.containsKey(name) && known(name);
        models.see(Models.What.EPOCH, name, observed.timeMillis());
        if (!letGo) {
            epochs.computeIfAbsent(name, n -> new Epoch(n, scale)).add(observed);
        }
        if (epochs.size() > MOST) {
            letGo(names(MOST));
        }
    }

    /** Lets go of what can no longer be one of the two that appeared last: no score before this time is counted from now on. */
    void close(long horizonMillis) {
        if (epochs.size() > KEPT) {
            List<Models.Seen> all = models.latestFirst(Models.What.EPOCH);
            Set<String> possible = new HashSet<>();
            for (Models.Seen seen : all) {
                long surelyLater = all.stream()
                        .filter(other -> Math.min(other.firstMillis(), horizonMillis) > seen.firstMillis())
                        .count();
                if (surelyLater < KEPT) {
                    possible.add(seen.name());
                }
            }
            letGo(possible);
        }
    }

    private void letGo(Set<String> allBut) {
        epochs.keySet().removeIf(each -> !allBut.contains(each) && dropped.add(each));
    }

    private boolean known(String name) {
        return models.latestFirst(Models.What.EPOCH).stream()
                .anyMatch(seen -> seen.name().equals(name));
    }

    private Set<String> names(int latest) {
        return models.latestFirst(Models.What.EPOCH).stream()
                .limit(latest)
                .map(Models.Seen::name)
                .collect(Collectors.toSet());
    }

    void writeChanges(StateLog log) {
        dropped.forEach(name -> log.put(key(name), null));
        dropped.clear();
        epochs.forEach((name, epoch) -> {
            byte[] bytes = epoch.takeChange();
            if (bytes.length > 0) {
                log.put(key(name), bytes);
            }
        });
    }

    void remove(StateLog log) {
        epochs.keySet().forEach(name -> log.put(key(name), null));
        epochs.clear();
    }

    void read(byte[] bytes) {
        Epoch epoch = Epoch.read(bytes, scale);
        epochs.put(epoch.name(), epoch);
    }

    private static String name(Score score) {
        String model = score.responseModel() == null ? Models.UNNAMED : score.responseModel();
        return score.exemplarHash() == null ? model : model + BETWEEN + score.exemplarHash();
    }

    private static String model(String name) {
        int end = name.indexOf(BETWEEN);
        return end < 0 ? name : name.substring(0, end);
    }

    private StateKey key(String name) {
        return new StateKey(seriesId, Kind.EPOCH, 0, Hashes.firstBits(name), 0);
    }
}
