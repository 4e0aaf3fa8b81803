package io.musemeter.statistics.effect;

import io.musemeter.statistics.cell.ScoreTally;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
import io.musemeter.statistics.cell.TemperatureCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a selection of a series' cells says: exact totals, moments per temperature, and ranks. The read-out of the integers. */
public final class TemperatureSample {

    private final List<CellMoments> cells = new ArrayList<>();
    private final List<CellMoments> rawCells = new ArrayList<>();
    private final List<Temperature> temperatures = new ArrayList<>();
    private final RankTable ranks;
    private final ExactSums effectTotals;
    private final ExactSums rawTotals;
    private final double effectUnit;
    private final double rawUnit;
    private final boolean logarithmic;
    private final boolean binnedValues;
    private final boolean bucketedTemperatures;

    private TemperatureSample(SeriesCells series, Selection selection) {
        logarithmic = series.scale().logarithmic();
        binnedValues = series.binnedValues();
        bucketedTemperatures = series.bucketedTemperatures();
        rawUnit = Math.pow(10, series.scale().decimals());
        effectUnit = logarithmic ? Math.pow(10, ScoreTally.LOG_DECIMALS) : rawUnit;
        ExactSums effectSum = ExactSums.NONE;
        ExactSums rawSum = ExactSums.NONE;
        RankTable.Builder ranking = new RankTable.Builder();
        for (Map.Entry<Temperature, TemperatureCell> entry : series.cells().entrySet()) {
            if (!selection.temperatures().test(entry.getKey())) {
                continue;
            }
            TemperatureCell cell = entry.getValue();
            ExactSums effect = sums(cell, entry.getKey(), selection, true);
            if (effect.n() == 0) {
                continue;
            }
            ExactSums raw = logarithmic ? sums(cell, entry.getKey(), selection, false) : effect;
            temperatures.add(entry.getKey());
            CellMoments moments = CellMoments.of(effect, effectUnit, cell.distinctTexts());
            cells.add(moments);
            rawCells.add(logarithmic ? CellMoments.of(raw, rawUnit, cell.distinctTexts()) : moments);
            effectSum = effectSum.plus(effect);
            rawSum = rawSum.plus(raw);
            ranking.cell();
            ranking.add(cell.complete().distribution());
            if (selection.truncatedStories()) {
                ranking.add(cell.truncated().distribution());
            }
        }
        effectTotals = effectSum;
        rawTotals = rawSum;
        ranks = ranking.build();
    }

    /** Reads a selection of cells. */
    public static TemperatureSample of(SeriesCells series, Selection selection) {
        return new TemperatureSample(series, selection);
    }

    /** Number of scores. */
    public long n() {
        return effectTotals.n();
    }

    /** Cells on the effect scale (natural logarithm where the metric's scale is logarithmic), by ascending temperature. */
    public List<CellMoments> cells() {
        return List.copyOf(cells);
    }

    /** Cells in the metric's own unit, by ascending temperature. */
    public List<CellMoments> rawCells() {
        return List.copyOf(rawCells);
    }

    /** Keys of the cells, ascending. */
    public List<Temperature> temperatures() {
        return List.copyOf(temperatures);
    }

    /** Whether effects are on the logarithmic scale. */
    public boolean logarithmic() {
        return logarithmic;
    }

    /** Whether ranks come from bins of values. */
    public boolean binnedValues() {
        return binnedValues;
    }

    /** Whether the cells are buckets of temperatures. */
    public boolean bucketedTemperatures() {
        return bucketedTemperatures;
    }

    RankTable ranks() {
        return ranks;
    }

    ExactSums effectTotals() {
        return effectTotals;
    }

    ExactSums rawTotals() {
        return rawTotals;
    }

    double effectUnit() {
        return effectUnit;
    }

    double rawUnit() {
        return rawUnit;
    }

    private static ExactSums sums(TemperatureCell cell, Temperature at, Selection selection, boolean logarithms) {
        ExactSums complete = ExactSums.of(cell.complete(), at, logarithms);
        return selection.truncatedStories() ? complete.plus(ExactSums.of(cell.truncated(), at, logarithms)) : complete;
    }
}
