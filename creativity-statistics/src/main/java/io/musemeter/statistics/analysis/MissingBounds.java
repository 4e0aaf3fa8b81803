package io.musemeter.statistics.analysis;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
import io.musemeter.statistics.cell.TemperatureCell;
import io.musemeter.statistics.effect.CellMoments;
import io.musemeter.statistics.effect.Selection;
import io.musemeter.statistics.effect.TemperatureSample;
import io.musemeter.statistics.missing.Bounds;
import io.musemeter.statistics.missing.TrimmedArm;
import io.musemeter.statistics.missing.TrimmingBounds;
import io.musemeter.statistics.missing.WorstCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Bounds on what the missing scores could make of the headline's temperatures, in one of two readings of a truncated story that has
 * a score: it counts as scored, or as missing, since what the whole story would score is not known.
 */
final class MissingBounds {

    private final SeriesCells series;
    private final boolean truncatedCount;
    private final double level;

    MissingBounds(SeriesCells series, boolean truncatedCount, double level) {
        this.series = series;
        this.truncatedCount = truncatedCount;
        this.level = level;
    }

    Answer<Bounds> worstCase() {
        MetricScale scale = series.scale();
        List<WorstCase.Arm> arms = new ArrayList<>();
        for (Map.Entry<Temperature, TemperatureCell> entry : headline()) {
            if (scale.logarithmic() || outOfRange(scale, entry.getValue())) {
                return Answer.unknown(Answer.Reason.NOT_APPLICABLE, "the metric has no finite bounds");
            }
            TemperatureSample sample =
                    TemperatureSample.of(series, new Selection(entry.getKey()::equals, truncatedCount));
            arms.add(
                    sample.n() == 0
                            ? WorstCase.Arm.empty(
                                    TemperatureSample.meanTemperature(series, entry.getKey()),
                                    missing(entry.getValue()))
                            : WorstCase.Arm.of(sample.rawCells().get(0), missing(entry.getValue())));
        }
        return WorstCase.of(arms, scale.low(), scale.high(), level);
    }

    Answer<TrimmingBounds> trimming() {
        List<Map.Entry<Temperature, TemperatureCell>> cells = headline();
        if (cells.size() < 2) {
            return Answer.unknown(Answer.Reason.ONE_TEMPERATURE, "there is one temperature only");
        }
        TemperatureCell lowest = cells.get(0).getValue();
        TemperatureCell highest = cells.get(cells.size() - 1).getValue();
        if (copies(lowest) || copies(highest)) {
            return Answer.unknown(
                    Answer.Reason.TOO_FEW, "the lowest or the highest temperature has fewer than five distinct texts");
        }
        return TrimmingBounds.of(arm(lowest), arm(highest), level);
    }

    private List<Map.Entry<Temperature, TemperatureCell>> headline() {
        return series.cells().entrySet().stream()
                .filter(entry -> Selection.headline().temperatures().test(entry.getKey()))
                .toList();
    }

    private boolean copies(TemperatureCell cell) {
        return cell.distinctTexts(truncatedCount) < CellMoments.ENOUGH_TEXTS;
    }

    private TrimmedArm arm(TemperatureCell cell) {
        SortedMap<Double, Long> counts = new TreeMap<>();
        Distributions.collect(series, cell.complete(), counts);
        if (truncatedCount) {
            Distributions.collect(series, cell.truncated(), counts);
        }
        return new TrimmedArm(
                List.copyOf(counts.keySet()),
                List.copyOf(counts.values()),
                missing(cell),
                cell.scoredStories(truncatedCount));
    }

    private long missing(TemperatureCell cell) {
        return cell.unscorableCount()
                + cell.failedCount()
                + (truncatedCount ? 0 : cell.truncated().count());
    }

    private static boolean outOfRange(MetricScale scale, TemperatureCell cell) {
        return cell.scoredCount() > 0
                && (scale.fromGrid(Math.min(
                                        cell.complete().values().least(),
                                        cell.truncated().values().least()))
                                < scale.low()
                        || scale.fromGrid(Math.max(
                                        cell.complete().values().greatest(),
                                        cell.truncated().values().greatest()))
                                > scale.high());
    }
}
