package io.musemeter.aggregator.series;

import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.effect.Selection;
import io.musemeter.statistics.effect.Slope;
import io.musemeter.statistics.effect.TemperatureSample;
import org.jspecify.annotations.Nullable;

/** The cells of one pane, and whether they have changed since they were written. */
final class Pane {
    private static final double LEVEL = 0.95;

    final SeriesCells cells;
    boolean dirty;
    private @Nullable PaneSlope slope;

    Pane(SeriesCells cells) {
        this.cells = cells;
    }

    /** Notes that the cells have changed. */
    void touch() {
        dirty = true;
        slope = null;
    }

    /** The slope of these cells alone; computed once for each change, so that a tick costs as much as what has changed. */
    PaneSlope slope(long fromMillis, long toMillis) {
        PaneSlope known = slope;
        if (known == null) {
            TemperatureSample sample = TemperatureSample.of(cells, Selection.headline());
            known = new PaneSlope(fromMillis, toMillis, sample.n(), Slope.of(sample, LEVEL));
            slope = known;
        }
        return known;
    }
}
