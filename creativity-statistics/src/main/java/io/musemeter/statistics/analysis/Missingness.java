package io.musemeter.statistics.analysis;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.TemperatureCell;
import io.musemeter.statistics.effect.Selection;
import io.musemeter.statistics.effect.TemperatureSample;
import io.musemeter.statistics.missing.Bounds;
import io.musemeter.statistics.missing.Trend;
import io.musemeter.statistics.missing.TrimmingBounds;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Stories without a score, and whether their share depends on temperature. Stories left out of a sample by design are not missing.
 *
 * @param total stories that a score was asked for
 * @param scored stories with a score
 * @param unscorable stories that the metric is not defined for
 * @param failed stories lost to a failure
 * @param sampledOut stories left out of the sample that is scored
 * @param truncated stories cut off by a length limit, scored or not
 * @param unscored trend of the share without a score over the headline's temperatures
 * @param cutOff trend of the share cut off over the headline's temperatures
 * @param worstCase what the slope over the headline's temperatures can be, whatever the missing values are; a truncated story that
 *     the headline leaves out is missing
 * @param worstCaseOfAll the same with the scores of truncated stories taken as they are
 * @param trimming what the difference between the headline's lowest and highest temperature can be, if failures only ever grow, or
 *     only ever shrink, with temperature; a truncated story that the headline leaves out is missing
 * @param trimmingOfAll the same with the scores of truncated stories taken as they are
 */
public record Missingness(
        long total,
        long scored,
        long unscorable,
        long failed,
        long sampledOut,
        long truncated,
        Answer<Trend> unscored,
        Answer<Trend> cutOff,
        Answer<Bounds> worstCase,
        Answer<Bounds> worstCaseOfAll,
        Answer<TrimmingBounds> trimming,
        Answer<TrimmingBounds> trimmingOfAll) {

    static Missingness of(SeriesCells series, boolean truncatedStories, double level) {
        MissingBounds headline = new MissingBounds(series, truncatedStories, level);
        MissingBounds all = new MissingBounds(series, true, level);
        return new Missingness(
                sum(series, TemperatureCell::attempted),
                sum(series, TemperatureCell::scoredCount),
                sum(series, TemperatureCell::unscorableCount),
                sum(series, TemperatureCell::failedCount),
                sum(series, TemperatureCell::sampledOutCount),
                sum(series, TemperatureCell::truncatedCount),
                Trend.of(arms(series, TemperatureCell::attempted, cell -> cell.unscorableCount() + cell.failedCount())),
                Trend.of(arms(series, TemperatureCell::total, TemperatureCell::truncatedCount)),
                headline.worstCase(),
                all.worstCase(),
                headline.trimming(),
                all.trimming());
    }

    private static long sum(SeriesCells series, ToLongFunction<TemperatureCell> count) {
        return series.cells().values().stream().mapToLong(count).sum();
    }

    private static List<Trend.Arm> arms(
            SeriesCells series, ToLongFunction<TemperatureCell> all, ToLongFunction<TemperatureCell> affected) {
        return series.cells().entrySet().stream()
                .filter(entry -> Selection.headline().temperatures().test(entry.getKey()))
                .map(entry -> new Trend.Arm(
                        TemperatureSample.meanTemperature(series, entry.getKey()),
                        all.applyAsLong(entry.getValue()),
                        affected.applyAsLong(entry.getValue())))
                .toList();
    }
}
