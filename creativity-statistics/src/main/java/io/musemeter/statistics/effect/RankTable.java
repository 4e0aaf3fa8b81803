package io.musemeter.statistics.effect;

import io.musemeter.statistics.cell.ValueCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts by cell (rows, ascending temperature) and distinct value or bin (columns, ascending), from which all rank statistics are
 * read with midranks.
 */
final class RankTable {

    private final double[][] counts;
    private final double[] rows;
    private final double[] columns;
    private final double total;

    private RankTable(double[][] counts, int width) {
        this.counts = counts;
        rows = new double[counts.length];
        columns = new double[width];
        double sum = 0;
        for (int j = 0; j < counts.length; j++) {
            for (int v = 0; v < width; v++) {
                rows[j] += counts[j][v];
                columns[v] += counts[j][v];
            }
            sum += rows[j];
        }
        total = sum;
    }

    int height() {
        return rows.length;
    }

    int width() {
        return columns.length;
    }

    double total() {
        return total;
    }

    double row(int j) {
        return rows[j];
    }

    double column(int v) {
        return columns[v];
    }

    double count(int j, int v) {
        return counts[j][v];
    }

    /** Midranks of the cells, centred on their mean and divided by n. */
    double[] rowScores() {
        return centredMidranks(rows, total);
    }

    /** Midranks of the values, centred on their mean and divided by n. */
    double[] columnScores() {
        return centredMidranks(columns, total);
    }

    /** Pairs of scores tied in temperature. */
    double pairsTiedInRow() {
        return pairs(rows);
    }

    /** Pairs of scores tied in value. */
    double pairsTiedInColumn() {
        return pairs(columns);
    }

    private static double pairs(double[] margins) {
        double sum = 0;
        for (double margin : margins) {
            sum += margin * (margin - 1) / 2;
        }
        return sum;
    }

    private static double[] centredMidranks(double[] margins, double total) {
        double[] scores = new double[margins.length];
        double below = 0;
        for (int i = 0; i < margins.length; i++) {
            scores[i] = (below + margins[i] / 2 - total / 2) / total;
            below += margins[i];
        }
        return scores;
    }

    /** Collects distributions cell by cell. */
    static final class Builder {
        private final List<List<ValueCounts>> cells = new ArrayList<>();
        private final SortedMap<Long, Integer> columns = new TreeMap<>();

        void cell() {
            cells.add(new ArrayList<>());
        }

        void add(ValueCounts distribution) {
            cells.get(cells.size() - 1).add(distribution);
            for (int i = 0; i < distribution.distinct(); i++) {
                columns.put(distribution.valueAt(i), 0);
            }
        }

        RankTable build() {
            long[] keys = columns.keySet().stream().mapToLong(Long::longValue).toArray();
            double[][] counts = new double[cells.size()][keys.length];
            for (int j = 0; j < counts.length; j++) {
                for (ValueCounts distribution : cells.get(j)) {
                    int column = 0;
                    for (int i = 0; i < distribution.distinct(); i++) {
                        while (keys[column] != distribution.valueAt(i)) {
                            column++;
                        }
                        counts[j][column] += distribution.countAt(i);
                    }
                }
            }
            return new RankTable(counts, keys.length);
        }
    }
}
