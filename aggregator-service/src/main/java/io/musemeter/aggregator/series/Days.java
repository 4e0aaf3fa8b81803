package io.musemeter.aggregator.series;

import io.musemeter.aggregator.state.StateKey;
import io.musemeter.aggregator.state.StateKey.Kind;
import io.musemeter.aggregator.state.StateLog;
import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
import java.time.Duration;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The days (UTC) of a live series. A day that no score can reach any more is closed: it is added to the pool, and when that can be
 * tested, it is fed to the evidence and to the watch. So each score is looked at once, and what follows depends on the accepted
 * scores and the watermark, not on the order in which they came, but for one thing: a failure that gets its value after its day was
 * closed counts with the value in every window, and stays a failure here. Evidence that was given is not taken back.
 */
final class Days {
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final String seriesId;
    private final MetricScale scale;
    private final NavigableMap<Long, Pane> open = new TreeMap<>();
    private final Set<Long> closed = new TreeSet<>();
    private final Findings findings;

    Days(String seriesId, MetricScale scale) {
        this.seriesId = seriesId;
        this.scale = scale;
        this.findings = new Findings(seriesId, scale);
    }

    Findings findings() {
        return findings;
    }

    void add(Observed observed) {
        Pane pane = open.computeIfAbsent(start(observed.timeMillis()), d -> new Pane(SeriesCells.compact(scale)));
        observed.countIn(pane.cells);
        pane.dirty = true;
    }

    void replace(Temperature temperature, CellOutcome.Unscored earlier, CellOutcome later, long timeMillis) {
        Pane pane = open.get(start(timeMillis));
        if (pane != null && pane.cells.holds(temperature, earlier)) {
            pane.cells.supersede(temperature, earlier, later);
            pane.dirty = true;
        }
    }

    /** Closes the days that end at a time or before: scores before it are late from now on. */
    void close(long horizonMillis) {
        while (!open.isEmpty() && open.firstKey() + DAY <= horizonMillis) {
            long day = open.firstKey();
            findings.take(open.pollFirstEntry().getValue().cells, day, day + DAY);
            closed.add(day);
        }
    }

    void writeChanges(StateLog log) {
        closed.forEach(day -> log.put(key(day), null));
        closed.clear();
        open.forEach((day, pane) -> {
            if (pane.dirty) {
                log.put(key(day), pane.cells.encode());
                pane.dirty = false;
            }
        });
        findings.writeChanges(log);
    }

    void remove(StateLog log) {
        open.keySet().forEach(day -> log.put(key(day), null));
        closed.forEach(day -> log.put(key(day), null));
        open.clear();
        closed.clear();
        findings.remove(log);
    }

    void read(StateKey key, byte[] bytes) {
        open.put(key.second(), new Pane(SeriesCells.decode(bytes)));
    }

    private static long start(long timeMillis) {
        return Math.floorDiv(timeMillis, DAY) * DAY;
    }

    private StateKey key(long day) {
        return new StateKey(seriesId, Kind.DAY, 0, day, 0);
    }
}
