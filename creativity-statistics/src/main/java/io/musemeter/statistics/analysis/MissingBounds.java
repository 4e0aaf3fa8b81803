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
import io.musemeter.statistics.missing.TrimmingBounds;
import io.musemeter.statistics.missing.WorstCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Bounds on the headline from cells; a truncated story with a score counts as scored. */
final class MissingBounds {

    private MissingBounds() {}

    static Answer<Bounds> worstCase(SeriesCells series, double level) {
        MetricScale scale = series.scale();
        List<WorstCase.Arm> arms = new ArrayList<>();
        for (Map.Entry<Temperature, TemperatureCell> entry : headline(series)) {
            if (scale.logarithmic() || outOfRange(scale, entry.getValue())) {
                return Answer.unknown(Answer.Reason.NOT_APPLICABLE, "the metric has no finite bounds");
            }
            TemperatureSample sample = TemperatureSample.of(series, new Selection(entry.getKey()::equals, true));
            CellMoments cell = sample.n() == 0 ? null : sample.rawCells().get(0);
            arms.add(new WorstCase.Arm(
                    cell == null ? entry.getKey().value() : cell.temperature(),
                    sample.n(),
                    missing(entry.getValue()),
                    cell == null ? 0 : cell.mean(),
                    cell == null ? 0 : cell.variance()));
        }
        return WorstCase.of(arms, scale.low(), scale.high(), level);
    }

    static Answer<TrimmingBounds> trimming(SeriesCells series) {
        List<Map.Entry<Temperature, TemperatureCell>> cells = headline(series);
        if (cells.size() < 2) {
            return Answer.unknown(Answer.Reason.ONE_TEMPERATURE, "there is one temperature only");
        }
        return TrimmingBounds.of(
                arm(series, cells.get(0).getValue()),
                arm(series, cells.get(cells.size() - 1).getValue()));
    }

    private static List<Map.Entry<Temperature, TemperatureCell>> headline(SeriesCells series) {
        return series.cells().entrySet().stream()
                .filter(entry -> Selection.headline().temperatures().test(entry.getKey()))
                .toList();
    }

    private static TrimmingBounds.Arm arm(SeriesCells series, TemperatureCell cell) {
        SortedMap<Double, Long> counts = new TreeMap<>();
        Distributions.collect(series, cell.complete(), counts);
        Distributions.collect(series, cell.truncated(), counts);
        return new TrimmingBounds.Arm(List.copyOf(counts.keySet()), List.copyOf(counts.values()), missing(cell));
    }

    private static long missing(TemperatureCell cell) {
        return cell.unscorableCount() + cell.failedCount();
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
