package io.musemeter.aggregator.series;

import io.musemeter.aggregator.state.StateKey;
import io.musemeter.aggregator.state.StateLog;
import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
import java.util.List;

/** What a series keeps for one window. */
sealed interface Span permits WindowPanes, WholeSpan {
    /** Counts an outcome, unless it lies before the window. */
    void add(Observed observed, long nowMillis);

    /** Replaces an outcome counted before, where it is still kept. */
    void replace(Temperature temperature, CellOutcome.Unscored earlier, CellOutcome later, long timeMillis);

    /** The cells of the window that ends at a time, merged; a copy. */
    SeriesCells cells(long endMillis);

    /** The slope of each pane of the window that ends at a time, earliest first; none where there are no panes. */
    List<PaneSlope> slopes(long endMillis);

    /** Drops what has left the window and says whether there was any. */
    boolean expire(long nowMillis, StateLog log);

    /** Writes what has changed. */
    void writeChanges(StateLog log);

    /** Removes everything. */
    void remove(StateLog log);

    /** Reads back a pane. */
    void read(StateKey key, SeriesCells cells);
}
