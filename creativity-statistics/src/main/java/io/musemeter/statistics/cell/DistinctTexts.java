package io.musemeter.statistics.cell;

import java.util.Arrays;

/**
 * Counts distinct texts up to five by the hashes of fewer than five, which no order of arrival can change. Once there are five
 * the hashes go: more texts cannot make them fewer.
 */
final class DistinctTexts {

    /** With fewer distinct texts than this a cell is degenerate. */
    static final int ENOUGH = 5;

    private static final long[] NONE = {};

    private long[] hashes = NONE;
    private boolean enough;

    int count() {
        return enough ? ENOUGH : hashes.length;
    }

    /** Distinct texts of two kinds of story together. */
    static int union(DistinctTexts a, DistinctTexts b) {
        DistinctTexts both = new DistinctTexts();
        both.merge(a);
        both.merge(b);
        return both.count();
    }

    void add(long hash) {
        if (enough) {
            return;
        }
        int at = Arrays.binarySearch(hashes, hash);
        if (at >= 0) {
            return;
        }
        if (hashes.length + 1 == ENOUGH) {
            settle();
            return;
        }
        int insertion = -at - 1;
        long[] grown = new long[hashes.length + 1];
        System.arraycopy(hashes, 0, grown, 0, insertion);
        grown[insertion] = hash;
        System.arraycopy(hashes, insertion, grown, insertion + 1, hashes.length - insertion);
        hashes = grown;
    }

    void merge(DistinctTexts other) {
        if (other.enough) {
            settle();
        }
        for (long hash : other.hashes) {
            add(hash);
        }
    }

    void write(ByteWriter out) {
        out.octet(count());
        for (long hash : hashes) {
            out.fixed(hash);
        }
    }

    void read(ByteReader in) {
        int length = in.octet();
        if (length > ENOUGH) {
            throw new IllegalArgumentException("cells: " + length + " texts where at most " + ENOUGH + " are counted");
        }
        if (length == ENOUGH) {
            settle();
            return;
        }
        long[] read = new long[length];
        for (int i = 0; i < length; i++) {
            read[i] = in.fixed();
        }
        hashes = read;
    }

    private void settle() {
        enough = true;
        hashes = NONE;
    }
}
