package io.musemeter.aggregator.series;

import io.musemeter.statistics.cell.SeriesCells;

/** The cells of one pane, and whether they have changed since they were written. */
final class Pane {
    final SeriesCells cells;
    boolean dirty;

    Pane(SeriesCells cells) {
        this.cells = cells;
    }
}
