package io.musemeter.aggregator.series;

import io.musemeter.aggregator.state.StateKey;
import io.musemeter.aggregator.state.StateKey.Kind;
import io.musemeter.aggregator.state.StateLog;
import io.musemeter.statistics.cell.AssignedScores;
import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.Temperature;

/** Stories whose temperature was assigned at random with a known probability. */
final class AssignedSpan {
    private static final byte FORMAT = 2;
    /** 1 for a truncated story, 0 for another. */
    private static final MetricScale CUT = MetricScale.unitInterval();

    private final String seriesId;
    private AssignedScores scores;
    private AssignedScores truncations = new AssignedScores(CUT);
    private long since = Long.MAX_VALUE;
    private long until = Long.MIN_VALUE;
    private boolean dirty;

    AssignedSpan(String seriesId, MetricScale scale) {
        this.seriesId = seriesId;
        this.scores = new AssignedScores(scale);
    }

    AssignedScores scores() {
        return scores;
    }

    /** Whether each scored story was truncated, as a value that is 1 or 0. */
    AssignedScores truncations() {
        return truncations;
    }

    long since() {
        return since;
    }

    long until() {
        return until;
    }

    void add(Observed observed) {
        Double propensity = observed.score().propensity();
        if (propensity != null) {
            count(observed.temperature(), observed.outcome(), propensity);
            since = Math.min(since, observed.timeMillis());
            until = Math.max(until, observed.timeMillis());
        }
    }

    void replace(Temperature temperature, CellOutcome.Unscored earlier, Observed later) {
        Double propensity = later.score().propensity();
        if (propensity != null) {
            if (earlier.reason() != CellOutcome.Reason.SAMPLED_OUT) {
                scores.unscored(temperature, -1);
            }
            count(temperature, later.outcome(), propensity);
        }
    }

    void writeChanges(StateLog log) {
        if (dirty) {
            log.put(key(), Bytes.write(FORMAT, out -> {
                out.writeLong(since);
                out.writeLong(until);
                Bytes.writeBlock(out, scores.encode());
                Bytes.writeBlock(out, truncations.encode());
            }));
            dirty = false;
        }
    }

    void remove(StateLog log) {
        log.put(key(), null);
    }

    void read(byte[] bytes) {
        Bytes.read("assigned", FORMAT, bytes, in -> {
            since = in.readLong();
            until = in.readLong();
            scores = AssignedScores.decode(Bytes.readBlock(in));
            truncations = AssignedScores.decode(Bytes.readBlock(in));
        });
    }

    private void count(Temperature temperature, CellOutcome outcome, double propensity) {
        if (outcome instanceof CellOutcome.Scored scored) {
            scores.add(temperature, scored, propensity);
            truncations.add(temperature, cut(scored), propensity);
        } else if (outcome instanceof CellOutcome.Unscored unscored
                && unscored.reason() != CellOutcome.Reason.SAMPLED_OUT) {
            scores.unscored(temperature, 1);
        }
        dirty = true;
    }

    private static CellOutcome.Scored cut(CellOutcome.Scored scored) {
        return new CellOutcome.Scored(
                scored.truncated() ? 1 : 0, scored.textHash(), scored.truncated(), scored.words(), scored.repeated());
    }

    private StateKey key() {
        return StateKey.of(seriesId, Kind.ASSIGNED);
    }
}
