package io.musemeter.aggregator.series;

import io.musemeter.events.Score;
import io.musemeter.events.metrics.MetricCatalogue;
import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cells of a series from a list of its scores, in one go: bit for bit those that the topology arrives at, whatever the order,
 * given which late scores it refused.
 */
public final class Batch {
    private Batch() {}

    /**
     * All cells of one series.
     *
     * @param scores of one series, in any order, with duplicates
     * @param refused ids of the scores that came too late when they were counted first: topic {@code late-decisions}
     * @throws IllegalArgumentException when there is no score, or scores are of several series
     * @throws io.musemeter.events.InvalidEventException when a value lies outside the metric's range
     */
    public static SeriesCells cells(List<Score> scores, Set<String> refused) {
        if (scores.stream().map(Score::series).distinct().count() != 1) {
            throw new IllegalArgumentException("scores: must be of one series, and at least one");
        }
        SeriesCells cells = new SeriesCells(
                Scales.of(MetricCatalogue.named(scores.get(0).series().metric())));
        Map<String, Observed> known = new HashMap<>();
        for (Score score : scores) {
            String id = score.scoreId();
            if (!refused.contains(id)) {
                Observed observed = new Observed(
                        Temperature.of(score.temperature().value()),
                        Outcomes.of(score, cells.scale()),
                        score.eventTime().toEpochMilli(),
                        score);
                known.merge(id, observed, Batch::better);
            }
        }
        known.values().forEach(observed -> observed.countIn(cells));
        return cells;
    }

    private static Observed better(Observed earlier, Observed later) {
        return earlier.outcome() instanceof CellOutcome.Unscored unscored
                        && Outcomes.replaces(later.outcome(), unscored)
                ? later
                : earlier;
    }
}
