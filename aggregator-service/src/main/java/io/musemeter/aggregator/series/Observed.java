package io.musemeter.aggregator.series;

import io.musemeter.events.Score;
import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;

/**
 * An accepted score as it is counted.
 *
 * @param temperature where
 * @param outcome what
 * @param timeMillis when, after clamping
 * @param score as it came
 */
record Observed(Temperature temperature, CellOutcome outcome, long timeMillis, Score score) {
    /** Counts it, and the traffic it stands for. */
    void countIn(SeriesCells cells) {
        cells.add(temperature, outcome);
        Double fraction = score.samplingFraction();
        if (fraction != null) {
            cells.standFor(temperature, fraction);
        }
    }
}
