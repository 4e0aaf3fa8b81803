package io.musemeter.scorer.lexical;

import java.util.Arrays;

/**
 * Levenshtein distance of two sequences in O(nm/64) steps and O(n + m) memory: Myers (1999), "A fast bit-vector algorithm
 * for approximate string matching based on dynamic programming", in the block form of Hyyrö (2003).
 *
 * <p>A column of the dynamic programming matrix is kept as the differences of neighbouring cells, 64 rows to a word. Blocks
 * of rows are swept one after the other over the whole text, so that only one block's match masks are held at a time; what
 * a block hands down is one horizontal difference for each column.
 */
final class BitParallelLevenshtein {
    private static final int ROWS = Long.SIZE;

    private BitParallelLevenshtein() {}

    /**
     * The least number of insertions, deletions and substitutions that turn one sequence into the other.
     *
     * @param a symbols in [0, symbols)
     * @param b symbols in [0, symbols)
     * @param symbols size of the alphabet
     */
    static int distance(int[] a, int[] b, int symbols) {
        int start = commonPrefix(a, b);
        int end = commonSuffix(a, b, start);
        int[] shorter = Arrays.copyOfRange(a, start, a.length - end);
        int[] longer = Arrays.copyOfRange(b, start, b.length - end);
        return shorter.length <= longer.length ? sweep(shorter, longer, symbols) : sweep(longer, shorter, symbols);
    }

    private static int sweep(int[] pattern, int[] text, int symbols) {
        if (pattern.length == 0) {
            return text.length;
        }
        // Above the first row the distance grows by one a column.
        byte[] handedDown = new byte[text.length];
        Arrays.fill(handedDown, (byte) 1);
        long[] matches = new long[symbols];
        for (int top = 0; top < pattern.length; top += ROWS) {
            int rows = Math.min(ROWS, pattern.length - top);
            for (int row = 0; row < rows; row++) {
                matches[pattern[top + row]] |= 1L << row;
            }
            sweepBlock(matches, text, 1L << (rows - 1), handedDown);
            for (int row = 0; row < rows; row++) {
                matches[pattern[top + row]] = 0;
            }
        }
        int distance = pattern.length;
        for (byte difference : handedDown) {
            distance += difference;
        }
        return distance;
    }

    private static void sweepBlock(long[] matches, int[] text, long lowestRow, byte[] handedDown) {
        long rises = -1L;
        long falls = 0;
        for (int column = 0; column < text.length; column++) {
            int above = handedDown[column];
            long match = matches[text[column]];
            long vertical = match | falls;
            if (above < 0) {
                match |= 1;
            }
            long horizontal = (((match & rises) + rises) ^ rises) | match;
            long up = falls | ~(horizontal | rises);
            long down = rises & horizontal;
            handedDown[column] = (byte) (((up & lowestRow) != 0 ? 1 : 0) - ((down & lowestRow) != 0 ? 1 : 0));
            up = up << 1 | (above > 0 ? 1 : 0);
            down = down << 1 | (above < 0 ? 1 : 0);
            rises = down | ~(vertical | up);
            falls = up & vertical;
        }
    }

    private static int commonPrefix(int[] a, int[] b) {
        int mismatch = Arrays.mismatch(a, b);
        return mismatch < 0 ? a.length : mismatch;
    }

    private static int commonSuffix(int[] a, int[] b, int prefix) {
        int longest = Math.min(a.length, b.length) - prefix;
        int length = 0;
        while (length < longest && a[a.length - 1 - length] == b[b.length - 1 - length]) {
            length++;
        }
        return length;
    }
}
