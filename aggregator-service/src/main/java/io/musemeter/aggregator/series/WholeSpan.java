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

/**
 * Everything since the series began: a large part that is written seldom, and what came since. Cells add up, so the sum of the
 * two is the whole, and a commit writes a few hundred bytes instead of tens of kilobytes.
 */
final class WholeSpan implements Span {
    private static final int OUTCOMES_PER_PART = 256;
    private static final long BASE = 0;
    private static final long RECENT = 1;

    private final String seriesId;
    private final MetricScale scale;
    private Pane base;
    private Pane recent;
    private int recentOutcomes;
    private boolean settled;

    WholeSpan(String seriesId, MetricScale scale) {
        this.seriesId = seriesId;
        this.scale = scale;
        base = new Pane(new SeriesCells(scale));
        recent = new Pane(new SeriesCells(scale));
    }

    @Override
    public void add(Observed observed, long nowMillis) {
        observed.countIn(recent.cells);
        recent.dirty = true;
        if (++recentOutcomes >= OUTCOMES_PER_PART) {
            settle();
        }
    }

    @Override
    public void replace(Temperature temperature, CellOutcome.Unscored earlier, CellOutcome later, long timeMillis) {
        // Any outcome of the same kind at the same temperature will do: only their number is kept.
        Pane pane = recent.cells.holds(temperature, earlier) ? recent : base;
        if (pane.cells.holds(temperature, earlier)) {
            pane.cells.supersede(temperature, earlier, later);
            pane.dirty = true;
        }
    }

    @Override
    public SeriesCells cells(long endMillis) {
        SeriesCells whole = new SeriesCells(scale);
        whole.merge(base.cells);
        whole.merge(recent.cells);
        return whole;
    }

    @Override
    public List<PaneSlope> slopes(long endMillis) {
        return List.of();
    }

    @Override
    public boolean expire(long nowMillis, StateLog log) {
        return false;
    }

    @Override
    public void writeChanges(StateLog log) {
        if (base.dirty) {
            log.put(key(BASE), base.cells.encode());
            base.dirty = false;
        }
        if (recent.dirty) {
            log.put(key(RECENT), recent.cells.encode());
            recent.dirty = false;
        } else if (settled) {
            log.put(key(RECENT), null);
        }
        settled = false;
    }

    @Override
    public void remove(StateLog log) {
        log.put(key(BASE), null);
        log.put(key(RECENT), null);
    }

    @Override
    public void read(StateKey key, SeriesCells cells) {
        if (key.third() == BASE) {
            base = new Pane(cells);
        } else {
            recent = new Pane(cells);
            recentOutcomes = Math.toIntExact(cells.cells().values().stream()
                    .mapToLong(cell -> cell.total())
                    .sum());
        }
    }

    private void settle() {
        base.cells.merge(recent.cells);
        base.dirty = true;
        recent = new Pane(new SeriesCells(scale));
        recentOutcomes = 0;
        settled = true;
    }

    private StateKey key(long part) {
        return new StateKey(seriesId, Kind.PANE, Window.ALL.ordinal(), 0, part);
    }
}
