package io.musemeter.aggregator.series;

import io.musemeter.events.InvalidEventException;
import io.musemeter.events.Score;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.ScoreOutcome.Scored;
import io.musemeter.events.ScoreOutcome.Unscorable;
import io.musemeter.events.UnscorableReason;
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
            return new CellOutcome.Scored(
                    inRange(scored.value(), scale),
                    score.textHash(),
                    score.truncated(),
                    Lengths.of(score),
                    !Score.ONCE.equals(score.repetition()));
        }
        return new CellOutcome.Unscored(reason(outcome), score.truncated());
    }

    /**
     * Whether an outcome replaces an earlier one of the same identity: a value any, and knowing better knowing less. The order is
     * total, so that what remains does not depend on which came first.
     */
    static boolean replaces(CellOutcome later, CellOutcome.Unscored earlier) {
        return later instanceof CellOutcome.Scored
                || (later instanceof CellOutcome.Unscored unscored
                        && knowledge(unscored.reason()) > knowledge(earlier.reason()));
    }

    private static Reason reason(ScoreOutcome outcome) {
        if (outcome instanceof Unscorable unscorable) {
            return unscorable.reason() == UnscorableReason.SAMPLED_OUT ? Reason.SAMPLED_OUT : Reason.UNSCORABLE;
        }
        return Reason.FAILED;
    }

    private static int knowledge(Reason reason) {
        return switch (reason) {
            case SAMPLED_OUT -> 0;
            case FAILED -> 1;
            case UNSCORABLE -> 2;
        };
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
