package io.musemeter.aggregator.answer;

import io.musemeter.events.Temperature;
import io.musemeter.events.correlation.Cell;
import io.musemeter.events.correlation.Cost;
import io.musemeter.statistics.analysis.Analysis;
import io.musemeter.statistics.analysis.CellReadout;
import io.musemeter.statistics.cell.LengthSums;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.TemperatureCell;
import io.musemeter.statistics.effect.CellMoments;
import io.musemeter.statistics.effect.Selection;
import io.musemeter.statistics.effect.TemperatureSample;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The temperatures of an answer, in the form of the wire. */
final class Cells {
    private Cells() {}

    static List<Cell> of(Analysis analysis, SeriesCells series, boolean byCost) {
        Map<io.musemeter.statistics.cell.Temperature, CellMoments> logarithms = new HashMap<>();
        if (analysis.logarithmic()) {
            TemperatureSample sample = TemperatureSample.of(series, Selection.headline());
            for (int j = 0; j < sample.cells().size(); j++) {
                logarithms.put(sample.temperatures().get(j), sample.cells().get(j));
            }
        }
        return analysis.cells().stream()
                .map(readout ->
                        cell(readout, logarithms.get(readout.temperature()), byCost ? cost(readout, series) : null))
                .toList();
    }

    /** What the stories cost, of a metric whose stories are counted by that; they are those of the headline, none of them cut. */
    private static @Nullable Cost cost(CellReadout readout, SeriesCells series) {
        TemperatureCell cell = series.cells().get(readout.temperature());
        if (cell == null || cell.complete().lengths().count() == 0) {
            return null;
        }
        LengthSums sums = cell.complete().lengths();
        return new Cost(
                sums.count(),
                sums.words().doubleValue(),
                sums.wordsSquared().doubleValue(),
                sums.wordsByEffect().doubleValue() / Math.pow(10, series.scale().decimals()));
    }

    private static Cell cell(CellReadout readout, @Nullable CellMoments logarithms, @Nullable Cost cost) {
        Map<String, Double> quantiles = new LinkedHashMap<>();
        readout.quantiles().forEach(q -> quantiles.put(Double.toString(q.probability()), q.value()));
        return new Cell(
                Temperature.of(readout.temperature().value()),
                readout.meanTemperature() == readout.temperature().value() ? null : readout.meanTemperature(),
                readout.n(),
                readout.mean(),
                readout.sd(),
                logarithms == null ? null : Double.valueOf(logarithms.mean()),
                logarithms == null || logarithms.degenerate() ? null : Double.valueOf(Math.sqrt(logarithms.variance())),
                quantiles,
                readout.scored(),
                readout.unscorable(),
                readout.failed(),
                readout.sampledOut(),
                readout.truncated(),
                readout.distinctTexts(),
                readout.stories(),
                readout.samplingFraction() < 1 ? readout.samplingFraction() : null,
                cost,
                null);
    }
}
