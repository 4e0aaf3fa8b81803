package io.musemeter.aggregator.series;

import io.musemeter.events.InvalidEventException;
import io.musemeter.events.Score;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.ScoreOutcome.Failed;
import io.musemeter.events.ScoreOutcome.Scored;
import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.CellOutcome.Reason;
import io.musemeter.statistics.cell.MetricScale;

/** From a score on the wire to an outcome in a cell. */
final class Outcomes {
    private Outcomes() {}

    /**
     * The outcome that a cell counts.
     *
     * @throws InvalidEventException when the value lies outside the metric's range
     */
    static CellOutcome of(Score score, MetricScale scale) {
        ScoreOutcome outcome = score.outcome();
        if (outcome instanceof Scored scored) {
            return new CellOutcome.Scored(inRange(scored.value(), scale), score.textHash(), score.truncated());
        }
        return new CellOutcome.Unscored(
                outcome instanceof Failed ? Reason.FAILED : Reason.UNSCORABLE, score.truncated());
    }

    /** Whether an outcome replaces an earlier one of the same identity: a value any, and knowing better a failure. */
    static boolean replaces(CellOutcome later, CellOutcome.Unscored earlier) {
        return later instanceof CellOutcome.Scored
                || (later instanceof CellOutcome.Unscored unscored
                        && unscored.reason() == Reason.UNSCORABLE
                        && earlier.reason() == Reason.FAILED);
    }

    private static double inRange(double value, MetricScale scale) {
        long grid;
        try {
            grid = scale.toGrid(value);
        } catch (IllegalArgumentException e) {
            throw new InvalidEventException("outcome.value", "does not fit the metric's scale");
        }
        boolean inside = grid >= scale.toGrid(scale.low()) && grid <= scale.toGrid(scale.high());
        if (!scale.logarithmic() && !inside) {
            throw new InvalidEventException(
                    "outcome.value", "lies outside [" + scale.low() + ", " + scale.high() + "]");
        }
        return value;
    }
}
