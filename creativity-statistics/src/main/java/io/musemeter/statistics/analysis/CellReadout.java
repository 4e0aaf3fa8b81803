package io.musemeter.statistics.analysis;

import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
import io.musemeter.statistics.cell.TemperatureCell;
import io.musemeter.statistics.effect.CellMoments;
import io.musemeter.statistics.effect.Selection;
import io.musemeter.statistics.effect.TemperatureSample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One temperature as it is shown, in the metric's own unit.
 *
 * @param temperature the temperature, or the lower edge of its bucket
 * @param meanTemperature the temperature; of a bucket the mean temperature of its scored stories, its middle without any
 * @param n scores that the figures rest on
 * @param mean their mean; absent without scores
 * @param sd their standard deviation; absent when there are fewer than two scores or fewer than five distinct texts
 * @param quantiles their quantiles; empty without scores
 * @param scored stories with a score, truncated ones included
 * @param unscorable stories that the metric is not defined for
 * @param failed stories lost to a failure
 * @param sampledOut stories left out of the sample that is scored
 * @param truncated stories cut off by a length limit
 * @param distinctTexts distinct texts that the figures rest on, counted up to five
 * @param stories different stories behind the figures: fewer than n where several people rated a story
 * @param samplingFraction share of the traffic that the stories were let in from, in (0, 1]
 */
public record CellReadout(
        Temperature temperature,
        double meanTemperature,
        long n,
        @Nullable Double mean,
        @Nullable Double sd,
        List<Quantile> quantiles,
        long scored,
        long unscorable,
        long failed,
        long sampledOut,
        long truncated,
        int distinctTexts,
        long stories,
        double samplingFraction) {

    static List<CellReadout> of(SeriesCells series, boolean truncatedStories) {
        List<CellReadout> readouts = new ArrayList<>();
        for (Map.Entry<Temperature, TemperatureCell> entry : series.cells().entrySet()) {
            Selection one = new Selection(entry.getKey()::equals, truncatedStories);
            readouts.add(of(
                    series.scale(),
                    series.binnedValues(),
                    entry.getKey(),
                    TemperatureSample.meanTemperature(series, entry.getKey()),
                    entry.getValue(),
                    TemperatureSample.of(series, one),
                    truncatedStories));
        }
        return List.copyOf(readouts);
    }

    private static CellReadout of(
            MetricScale scale,
            boolean binned,
            Temperature temperature,
            double meanTemperature,
            TemperatureCell cell,
            TemperatureSample sample,
            boolean truncatedStories) {
        CellMoments moments = sample.n() == 0 ? null : sample.rawCells().get(0);
        return new CellReadout(
                temperature,
                meanTemperature,
                sample.n(),
                moments == null ? null : Double.valueOf(moments.mean()),
                moments == null || moments.degenerate() ? null : Double.valueOf(Math.sqrt(moments.variance())),
                Quantile.of(scale, binned, cell, truncatedStories),
                cell.scoredCount(),
                cell.unscorableCount(),
                cell.failedCount(),
                cell.sampledOutCount(),
                cell.truncatedCount(),
                cell.distinctTexts(truncatedStories),
                cell.scoredStories(truncatedStories),
                cell.samplingFraction());
    }
}
