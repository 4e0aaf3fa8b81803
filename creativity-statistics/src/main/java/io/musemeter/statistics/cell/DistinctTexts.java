package io.musemeter.statistics.cell;

import java.util.Arrays;

/** Counts distinct texts up to five by keeping the five least hashes, which no order of arrival can change. */
final class DistinctTexts {

    /** With fewer distinct texts than this a cell is degenerate. */
    static final int ENOUGH = 5;

    private long[] least = new long[0];

    int count() {
        return least.length;
    }

    void add(long hash) {
        int at = Arrays.binarySearch(least, hash);
        if (at >= 0 || (least.length == ENOUGH && -at - 1 == ENOUGH)) {
            return;
        }
        int insertion = -at - 1;
        long[] grown = new long[Math.min(ENOUGH, least.length + 1)];
        System.arraycopy(least, 0, grown, 0, insertion);
        grown[insertion] = hash;
        System.arraycopy(least, insertion, grown, insertion + 1, grown.length - insertion - 1);
        least = grown;
    }

    void merge(DistinctTexts other) {
        for (long hash : other.least) {
            add(hash);
        }
    }

    void write(ByteWriter out) {
        out.unsigned(least.length);
        for (long hash : least) {
            out.fixed(hash);
        }
    }

    void read(ByteReader in) {
        int length = in.length();
        if (length > ENOUGH) {
            throw new IllegalArgumentException(
                    "cells: " + length + " text hashes where at most " + ENOUGH + " are kept");
        }
        long[] hashes = new long[length];
        for (int i = 0; i < length; i++) {
            hashes[i] = in.fixed();
        }
        least = hashes;
    }
}
