package io.musemeter.aggregator.topology;

import io.musemeter.aggregator.series.Identity;
import io.musemeter.aggregator.series.Scales;
import io.musemeter.aggregator.series.SeriesState;
import io.musemeter.aggregator.state.CellStore;
import io.musemeter.aggregator.state.HeapState;
import io.musemeter.aggregator.state.StateKey;
import io.musemeter.aggregator.state.StateKey.Kind;
import io.musemeter.aggregator.state.StateLog;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.SeriesKey;
import io.musemeter.events.metrics.MetricCatalogue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The series of one partition, on the heap. */
final class SeriesTable implements HeapState {
    private final Map<String, SeriesState> series = new LinkedHashMap<>();
    private final TopologyConfig config;

    private SeriesTable(TopologyConfig config) {
        this.config = config;
    }

    /** Reads the partition's series back and keeps the store up to date from now on. */
    static SeriesTable open(CellStore store, TopologyConfig config) {
        SeriesTable table = new SeriesTable(config);
        Map<String, List<Map.Entry<StateKey, byte[]>>> pieces = new LinkedHashMap<>();
        store.open(
                (key, value) -> pieces.computeIfAbsent(key.owner(), owner -> new ArrayList<>())
                        .add(Map.entry(key, value)),
                table);
        pieces.forEach(table::resume);
        return table;
    }

    private void resume(String seriesId, List<Map.Entry<StateKey, byte[]>> pieces) {
        for (Map.Entry<StateKey, byte[]> piece : pieces) {
            if (piece.getKey().kind() == Kind.IDENTITY) {
                SeriesState state = SeriesState.resume(Identity.decode(piece.getValue()), seriesId, config.rules());
                pieces.forEach(each -> state.read(each.getKey(), each.getValue()));
                series.put(seriesId, state);
                config.listener().seriesOwned(seriesId);
            }
        }
    }

    Collection<SeriesState> all() {
        return series.values();
    }

    /**
     * The series that a record belongs to.
     *
     * @throws InvalidEventException when the record's key is not the series' id, the metric is unknown or there are too many series
     */
    SeriesState of(@Nullable String seriesId, SeriesKey key) {
        SeriesState known = series.get(seriesId);
        if (known != null && known.key().equals(key)) {
            return known;
        }
        if (!key.seriesId().equals(seriesId)) {
            throw new InvalidEventException("key", "is not the id of the score's series");
        }
        return begin(Objects.requireNonNull(seriesId), key);
    }

    private SeriesState begin(String seriesId, SeriesKey key) {
        if (series.size() >= config.seriesPerPartition()) {
            throw new InvalidEventException(
                    "series", "is one too many: a partition keeps at most " + config.seriesPerPartition());
        }
        SeriesState state =
                SeriesState.begin(seriesId, key, Scales.of(MetricCatalogue.named(key.metric())), config.rules());
        series.put(seriesId, state);
        config.listener().seriesOwned(seriesId);
        return state;
    }

    /** Drops a series and all it kept. */
    void remove(SeriesState state, StateLog log) {
        state.remove(log);
        series.remove(state.seriesId());
        config.listener().seriesReleased(state.seriesId());
    }

    @Override
    public void writeChanges(StateLog log) {
        series.values().forEach(state -> state.writeChanges(log));
    }

    @Override
    public void drop() {
        series.keySet().forEach(config.listener()::seriesReleased);
        series.clear();
    }
}
