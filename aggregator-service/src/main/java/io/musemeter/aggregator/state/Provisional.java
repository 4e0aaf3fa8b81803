package io.musemeter.aggregator.state;

import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.Temperature;

/**
 * An outcome without a value, which a later one may replace where it was counted.
 *
 * @param outcome the outcome
 * @param temperature where it was counted
 * @param timeMillis when it was counted, after clamping
 */
public record Provisional(CellOutcome.Unscored outcome, Temperature temperature, long timeMillis) {}
