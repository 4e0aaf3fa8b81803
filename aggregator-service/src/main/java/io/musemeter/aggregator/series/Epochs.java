package io.musemeter.aggregator.series;

import io.musemeter.aggregator.state.StateKey;
import io.musemeter.aggregator.state.StateKey.Kind;
import io.musemeter.aggregator.state.StateLog;
import io.musemeter.events.Hashes;
import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.Temperature;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The epochs of a series: a score belongs to that of the model that answered, whenever it comes. The two models that appeared last
 * are kept; the latest of them is the epoch that is answered for.
 */
final class Epochs {
    private static final int KEPT = 2;

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

    /** The epoch of the model that appeared last; none before the first score. */
    @Nullable
    Epoch latest() {
        List<Models.Seen> all = models.latestFirst(Models.What.RESPONSE_MODEL);
        return all.isEmpty() ? null : epochs.get(all.get(0).name());
    }

    /** Counts a score whose model is {@link Models#see seen} already. */
    void add(Observed observed) {
        String name = name(observed.score().responseModel());
        if (kept(name)) {
            dropped.remove(name);
            epochs.computeIfAbsent(name, n -> new Epoch(n, scale)).add(observed);
        }
        if (epochs.size() > KEPT) {
            epochs.keySet().removeIf(each -> !kept(each) && dropped.add(each));
        }
    }

    void replace(
            @Nullable String responseModel, Temperature temperature, CellOutcome.Unscored earlier, CellOutcome later) {
        Epoch epoch = epochs.get(name(responseModel));
        if (epoch != null) {
            epoch.replace(temperature, earlier, later);
        }
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

    private boolean kept(String name) {
        List<Models.Seen> latest = models.latestFirst(Models.What.RESPONSE_MODEL);
        for (int i = 0; i < Math.min(KEPT, latest.size()); i++) {
            if (latest.get(i).name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static String name(@Nullable String responseModel) {
        return responseModel == null ? Models.UNNAMED : responseModel;
    }

    private StateKey key(String name) {
        return new StateKey(seriesId, Kind.EPOCH, 0, Hashes.firstBits(name), 0);
    }
}
