package io.musemeter.statistics.cell;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/** A multiset of whole numbers, grid values or bins, kept sorted in two arrays. */
public final class ValueCounts {

    private static final int FIRST_CAPACITY = 4;

    private long[] values = new long[0];
    private long[] counts = new long[0];
    private int size;

    /** Number of distinct values. */
    public int distinct() {
        return size;
    }

    /** The distinct value at a position, ascending. */
    public long valueAt(int position) {
        return values[position];
    }

    /** How often the value at a position occurs. */
    public long countAt(int position) {
        return counts[position];
    }

    /** Adds occurrences and says whether the value is new. */
    boolean add(long value, long occurrences) {
        int at = Arrays.binarySearch(values, 0, size, value);
        if (at >= 0) {
            counts[at] += occurrences;
            return false;
        }
        insert(-at - 1, value, occurrences);
        return true;
    }

    void merge(ValueCounts other) {
        if (other.size == 0) {
            return;
        }
        long[] mergedValues = new long[size + other.size];
        long[] mergedCounts = new long[size + other.size];
        int mine = 0;
        int theirs = 0;
        int merged = 0;
        while (mine < size || theirs < other.size) {
            boolean takeMine = theirs == other.size || (mine < size && values[mine] <= other.values[theirs]);
            boolean takeTheirs = mine == size || (theirs < other.size && other.values[theirs] <= values[mine]);
            mergedValues[merged] = takeMine ? values[mine] : other.values[theirs];
            mergedCounts[merged] = (takeMine ? counts[mine++] : 0) + (takeTheirs ? other.counts[theirs++] : 0);
            merged++;
        }
        values = mergedValues;
        counts = mergedCounts;
        size = merged;
    }

    ValueCounts map(LongUnaryOperator operator) {
        ValueCounts mapped = new ValueCounts();
        for (int i = 0; i < size; i++) {
            mapped.add(operator.applyAsLong(values[i]), counts[i]);
        }
        return mapped;
    }

    /**
     * Sparse: each value as the distance from the one before, and its count. Dense, where that is no longer, as bins mostly are:
     * the first value and a count for each value from there on.
     */
    void write(ByteWriter out) {
        boolean dense = dense();
        out.unsigned((long) size << 1 | (dense ? 1 : 0));
        if (dense) {
            out.signed(values[0]);
            long span = values[size - 1] - values[0];
            int at = 0;
            for (long offset = 0; offset <= span; offset++) {
                out.unsigned(values[at] - values[0] == offset ? counts[at++] : 0);
            }
            return;
        }
        long previous = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0) {
                out.signed(values[0]);
            } else {
                out.unsigned(values[i] - previous);
            }
            out.unsigned(counts[i]);
            previous = values[i];
        }
    }

    void read(ByteReader in) {
        long header = in.unsigned();
        int length = in.entries(header >>> 1);
        if ((header & 1) == 1) {
            long value = in.signed();
            while (size < length) {
                long count = in.unsigned();
                if (count > 0) {
                    insert(size, value, count);
                }
                value++;
            }
            return;
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = i == 0 ? in.signed() : value + in.unsigned();
            insert(i, value, in.unsigned());
        }
    }

    /** In the sparse form a value takes at least two bytes, in the dense one each value in between takes one. */
    private boolean dense() {
        return size > 0 && values[size - 1] - values[0] < 2L * size;
    }

    private void insert(int at, long value, long occurrences) {
        if (size == values.length) {
            int capacity = Math.max(FIRST_CAPACITY, size + (size >> 1));
            values = Arrays.copyOf(values, capacity);
            counts = Arrays.copyOf(counts, capacity);
        }
        System.arraycopy(values, at, values, at + 1, size - at);
        System.arraycopy(counts, at, counts, at + 1, size - at);
        values[at] = value;
        counts[at] = occurrences;
        size++;
    }
}
