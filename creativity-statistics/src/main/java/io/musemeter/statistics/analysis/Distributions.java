package io.musemeter.statistics.analysis;

import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.ScoreTally;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.ValueCounts;
import java.util.SortedMap;

/** Distributions in the metric's own unit. */
final class Distributions {

    private Distributions() {}

    /** Adds a tally's values and counts; a bin stands for its middle, under- and overflow for the least and greatest value. */
    static void collect(SeriesCells series, ScoreTally tally, SortedMap<Double, Long> counts) {
        MetricScale scale = series.scale();
        ValueCounts distribution = tally.distribution();
        for (int i = 0; i < distribution.distinct(); i++) {
            long key = distribution.valueAt(i);
            double value = series.binnedValues() ? middle(scale, tally, key) : scale.fromGrid(key);
            counts.merge(value, distribution.countAt(i), Long::sum);
        }
    }

    private static double middle(MetricScale scale, ScoreTally tally, long bin) {
        if (bin == 0) {
            return scale.fromGrid(tally.values().least());
        }
        if (bin > scale.bins()) {
            return scale.fromGrid(tally.values().greatest());
        }
        return (scale.lowerEdge((int) bin) + scale.lowerEdge((int) bin + 1)) / 2;
    }
}
