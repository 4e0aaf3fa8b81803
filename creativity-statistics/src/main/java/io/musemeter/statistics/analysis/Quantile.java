package io.musemeter.statistics.analysis;

import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.ScoreTally;
import io.musemeter.statistics.cell.TemperatureCell;
import io.musemeter.statistics.cell.ValueCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A quantile by linear interpolation between order statistics (definition 7 of Hyndman and Fan 1996); from bins, by linear
 * interpolation within the bin.
 *
 * @param probability the share of values below, in [0, 1]
 * @param value the quantile
 */
public record Quantile(double probability, double value) {

    /** The probabilities shown. */
    public static final List<Double> PROBABILITIES = List.of(0.05, 0.25, 0.5, 0.75, 0.95);

    static List<Quantile> of(MetricScale scale, boolean binned, TemperatureCell cell, boolean truncatedStories) {
        SortedMap<Long, Long> counts = new TreeMap<>();
        collect(cell.complete().distribution(), counts);
        long least = cell.complete().values().least();
        long greatest = cell.complete().values().greatest();
        if (truncatedStories) {
            ScoreTally truncated = cell.truncated();
            collect(truncated.distribution(), counts);
            least = Math.min(least, truncated.values().least());
            greatest = Math.max(greatest, truncated.values().greatest());
        }
        if (counts.isEmpty()) {
            return List.of();
        }
        double low = scale.fromGrid(least);
        double high = scale.fromGrid(greatest);
        long n = counts.values().stream().mapToLong(Long::longValue).sum();
        List<Quantile> quantiles = new ArrayList<>();
        for (double probability : PROBABILITIES) {
            double position = probability * (n - 1);
            double value = binned ? inBins(scale, counts, position, low, high) : exact(scale, counts, position);
            quantiles.add(new Quantile(probability, value));
        }
        return List.copyOf(quantiles);
    }

    private static double exact(MetricScale scale, SortedMap<Long, Long> counts, double position) {
        long floor = (long) Math.floor(position);
        double below = scale.fromGrid(orderStatistic(counts, floor));
        double above = scale.fromGrid(orderStatistic(counts, (long) Math.ceil(position)));
        return below + (above - below) * (position - floor);
    }

    private static long orderStatistic(SortedMap<Long, Long> counts, long index) {
        long seen = 0;
        for (Map.Entry<Long, Long> entry : counts.entrySet()) {
            seen += entry.getValue();
            if (index < seen) {
                return entry.getKey();
            }
        }
        return counts.lastKey();
    }

    private static double inBins(
            MetricScale scale, SortedMap<Long, Long> counts, double position, double low, double high) {
        double seen = 0;
        for (Map.Entry<Long, Long> entry : counts.entrySet()) {
            double count = entry.getValue();
            if (position < seen + count) {
                int bin = entry.getKey().intValue();
                double from = bin == 0 ? low : Math.max(low, scale.lowerEdge(bin));
                double to = bin > scale.bins() ? high : Math.min(high, scale.lowerEdge(bin + 1));
                return from + (to - from) * Math.min(1, (position + 0.5 - seen) / count);
            }
            seen += count;
        }
        return high;
    }

    private static void collect(ValueCounts distribution, SortedMap<Long, Long> counts) {
        for (int i = 0; i < distribution.distinct(); i++) {
            counts.merge(distribution.valueAt(i), distribution.countAt(i), Long::sum);
        }
    }
}
