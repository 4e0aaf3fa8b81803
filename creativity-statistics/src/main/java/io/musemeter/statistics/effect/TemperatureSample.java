package io.musemeter.statistics.effect;

import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.ScoreTally;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
import io.musemeter.statistics.cell.TemperatureBuckets;
import io.musemeter.statistics.cell.TemperatureCell;
import io.musemeter.statistics.cell.ValueCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a selection of a series' cells says: exact totals, moments per temperature, and ranks. The read-out of the integers: a view
 * of the series at the time it was made, to be used before the series changes.
 */
public final class TemperatureSample {

    private final MetricScale scale;
    private final boolean binnedValues;
    private final boolean bucketedTemperatures;
    private final List<Row> rows;
    private final List<CellMoments> cells;
    private final List<CellMoments> rawCells;
    private final ExactSums effectTotals;
    private final ExactSums rawTotals;
    private @Nullable RankTable ranks;

    private TemperatureSample(MetricScale scale, boolean binnedValues, boolean bucketedTemperatures, List<Row> rows) {
        this.scale = scale;
        this.binnedValues = binnedValues;
        this.bucketedTemperatures = bucketedTemperatures;
        this.rows = List.copyOf(rows);
        cells = rows.stream().map(Row::effectMoments).toList();
        rawCells = rows.stream().map(Row::rawMoments).toList();
        effectTotals = rows.stream().map(Row::effect).reduce(ExactSums.NONE, ExactSums::plus);
        rawTotals = rows.stream().map(Row::raw).reduce(ExactSums.NONE, ExactSums::plus);
    }

    /** Reads a selection of cells; those without a score are left out. */
    public static TemperatureSample of(SeriesCells series, Selection selection) {
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<Temperature, TemperatureCell> entry : series.cells().entrySet()) {
            if (selection.temperatures().test(entry.getKey())) {
                Row row = Row.of(series.scale(), entry.getKey(), entry.getValue(), selection.truncatedStories());
                if (row.effect().n() > 0) {
                    rows.add(row);
                }
            }
        }
        return new TemperatureSample(series.scale(), series.binnedValues(), series.bucketedTemperatures(), rows);
    }

    /**
     * Where a cell of a series lies: its temperature; of a bucket the mean temperature of all scored stories in it, or its middle
     * where none was scored.
     */
    public static double meanTemperature(SeriesCells series, Temperature key) {
        if (!series.bucketedTemperatures()) {
            return key.value();
        }
        TemperatureCell cell = series.cells().get(key);
        return cell == null || cell.scoredCount() == 0
                ? TemperatureBuckets.middleOf(key)
                : Row.sums(cell, key, true, false).meanTemperature();
    }

    /** The part of the sample between two of its temperatures, by position, both included. */
    public TemperatureSample between(int first, int last) {
        return new TemperatureSample(scale, binnedValues, bucketedTemperatures, rows.subList(first, last + 1));
    }

    /** The sample without the temperature at a position. */
    public TemperatureSample without(int position) {
        List<Row> rest = new ArrayList<>(rows);
        rest.remove(position);
        return new TemperatureSample(scale, binnedValues, bucketedTemperatures, rest);
    }

    /** Number of scores. */
    public long n() {
        return effectTotals.n();
    }

    /** Number of independent stories: neither ratings of one story nor copies of one text count twice. */
    public long stories() {
        return cells.stream().mapToLong(CellMoments::effectiveCount).sum();
    }

    /** Cells on the effect scale (natural logarithm where the metric's scale is logarithmic), by ascending temperature. */
    public List<CellMoments> cells() {
        return cells;
    }

    /** Cells in the metric's own unit, by ascending temperature. */
    public List<CellMoments> rawCells() {
        return rawCells;
    }

    /** Lengths of the stories behind each cell, by ascending temperature. */
    List<CellLengths> lengths() {
        return rows.stream().map(Row::lengths).toList();
    }

    /** Sum of products of deviations of words and of the score, within a cell, on the effect scale. */
    double lengthCovariation(int position) {
        Row row = rows.get(position);
        return row.lengths().covariation(row.effect().first()) / effectUnit();
    }

    /** Keys of the cells, ascending. */
    public List<Temperature> temperatures() {
        return rows.stream().map(Row::temperature).toList();
    }

    /** Whether effects are on the logarithmic scale. */
    public boolean logarithmic() {
        return scale.logarithmic();
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
        RankTable table = ranks;
        if (table == null) {
            RankTable.Builder builder = new RankTable.Builder();
            for (Row row : rows) {
                builder.cell();
                row.distributions().forEach(builder::add);
            }
            table = builder.build();
            ranks = table;
        }
        return table;
    }

    ExactSums effectTotals() {
        return effectTotals;
    }

    ExactSums rawTotals() {
        return rawTotals;
    }

    double effectUnit() {
        return Row.effectUnit(scale);
    }

    double rawUnit() {
        return Row.rawUnit(scale);
    }

    /** One cell, read out. */
    private record Row(
            Temperature temperature,
            ExactSums effect,
            ExactSums raw,
            CellMoments effectMoments,
            CellMoments rawMoments,
            CellLengths lengths,
            List<ValueCounts> distributions) {

        static Row of(MetricScale scale, Temperature temperature, TemperatureCell cell, boolean truncated) {
            ExactSums effect = sums(cell, temperature, truncated, true);
            ExactSums raw = scale.logarithmic() ? sums(cell, temperature, truncated, false) : effect;
            long stories = cell.scoredStories(truncated);
            CellMoments effectMoments =
                    CellMoments.of(temperature, effect, effectUnit(scale), cell.distinctTexts(truncated), stories);
            return new Row(
                    temperature,
                    effect,
                    raw,
                    effectMoments,
                    scale.logarithmic()
                            ? CellMoments.of(temperature, raw, rawUnit(scale), cell.distinctTexts(truncated), stories)
                            : effectMoments,
                    truncated
                            ? CellLengths.of(cell.complete()).plus(CellLengths.of(cell.truncated()))
                            : CellLengths.of(cell.complete()),
                    truncated
                            ? List.of(
                                    cell.complete().distribution(),
                                    cell.truncated().distribution())
                            : List.of(cell.complete().distribution()));
        }

        static double effectUnit(MetricScale scale) {
            return scale.logarithmic() ? Math.pow(10, ScoreTally.LOG_DECIMALS) : rawUnit(scale);
        }

        static double rawUnit(MetricScale scale) {
            return Math.pow(10, scale.decimals());
        }

        private static ExactSums sums(TemperatureCell cell, Temperature at, boolean truncated, boolean logarithms) {
            ExactSums complete = ExactSums.of(cell.complete(), at, logarithms);
            return truncated ? complete.plus(ExactSums.of(cell.truncated(), at, logarithms)) : complete;
        }
    }
}
