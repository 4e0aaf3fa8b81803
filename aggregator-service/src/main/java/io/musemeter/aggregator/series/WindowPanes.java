package io.musemeter.aggregator.series;

import io.musemeter.aggregator.state.StateKey;
import io.musemeter.aggregator.state.StateKey.Kind;
import io.musemeter.aggregator.state.StateLog;
import io.musemeter.events.correlation.Window;
import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The panes of one series in one bounded window. */
final class WindowPanes implements Span {
    private final String seriesId;
    private final Window window;
    private final MetricScale scale;
    private final NavigableMap<Long, Pane> panes = new TreeMap<>();

    WindowPanes(String seriesId, Window window, MetricScale scale) {
        this.seriesId = seriesId;
        this.window = window;
        this.scale = scale;
    }

    @Override
    public void add(Observed observed, long nowMillis) {
        long start = window.paneOf(observed.timeMillis());
        if (window.leavesAt(start) > nowMillis) {
            Pane pane = panes.computeIfAbsent(start, s -> new Pane(SeriesCells.pane(scale)));
            observed.countIn(pane.cells);
            pane.touch();
        }
    }

    @Override
    public void replace(Temperature temperature, CellOutcome.Unscored earlier, CellOutcome later, long timeMillis) {
        Pane pane = panes.get(window.paneOf(timeMillis));
        if (pane != null && pane.cells.holds(temperature, earlier)) {
            pane.cells.supersede(temperature, earlier, later);
            pane.touch();
        }
    }

    @Override
    public SeriesCells cells(long endMillis) {
        SeriesCells merged = new SeriesCells(scale.withBins(SeriesCells.PANE_BINS));
        panes.tailMap(window.oldestPane(endMillis)).values().forEach(pane -> merged.merge(pane.cells));
        return merged;
    }

    @Override
    public List<PaneSlope> slopes(long endMillis) {
        return panes.tailMap(window.oldestPane(endMillis)).entrySet().stream()
                .map(entry -> entry.getValue().slope(entry.getKey(), window.next(entry.getKey())))
                .toList();
    }

    @Override
    public boolean expire(long nowMillis, StateLog log) {
        boolean expired = false;
        while (!panes.isEmpty() && window.leavesAt(panes.firstKey()) <= nowMillis) {
            log.put(key(panes.firstKey()), null);
            panes.pollFirstEntry();
            expired = true;
        }
        return expired;
    }

    @Override
    public void writeChanges(StateLog log) {
        panes.forEach((start, pane) -> {
            if (pane.dirty) {
                log.put(key(start), pane.cells.encode());
                pane.dirty = false;
            }
        });
    }

    @Override
    public void remove(StateLog log) {
        panes.keySet().forEach(start -> log.put(key(start), null));
        panes.clear();
    }

    @Override
    public void read(StateKey key, SeriesCells cells) {
        panes.put(key.second(), new Pane(cells));
    }

    private StateKey key(long start) {
        return new StateKey(seriesId, Kind.PANE, window.ordinal(), start, 0);
    }
}
