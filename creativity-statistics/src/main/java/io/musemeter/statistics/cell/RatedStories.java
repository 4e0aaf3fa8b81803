package io.musemeter.statistics.cell;

import java.util.Arrays;

/**
 * How many different stories lie behind scores of which several may belong to one story, as when several people rate it. The least
 * {@value #KEPT} of the texts' hashes are kept, whatever the order of arrival: up to so many stories the number is exact. Beyond
 * that, how close together they lie says how many there are (Bar-Yossef et al. 2002), and the number given is one that it surely
 * reaches: the lower end of a one-sided 95 % interval, so that no variance of a mean is too small for the sketch's sake.
 */
final class RatedStories {

    static final int KEPT = 32;

    /** A gamma variable of shape 32 lies below this with probability .05: the largest kept hash times the number of stories. */
    private static final double SURELY = 23.2975;

    private static final int BITS = 32;
    private static final long[] NONE = {};

    private long[] least = NONE;
    private long scores;

    /** Scores counted here. */
    long scores() {
        return scores;
    }

    /** Different stories among them; beyond {@value #KEPT} surely at least so many. */
    long stories() {
        if (least.length < KEPT) {
            return least.length;
        }
        double surely = SURELY * (1L << BITS) / least[KEPT - 1];
        return Math.max(KEPT, Math.min(scores, Math.round(surely)));
    }

    void add(long textHash) {
        scores++;
        keep(mix(textHash));
    }

    void merge(RatedStories other) {
        scores += other.scores;
        for (long hash : other.least) {
            keep(hash);
        }
    }

    void write(ByteWriter out) {
        out.unsigned(scores);
        if (scores > 0) {
            out.unsigned(least.length);
            long before = 0;
            for (long hash : least) {
                out.unsigned(hash - before);
                before = hash;
            }
        }
    }

    void read(ByteReader in) {
        scores = in.unsigned();
        if (scores > 0) {
            int length = in.length();
            if (length > KEPT) {
                throw new IllegalArgumentException("cells: " + length + " stories where at most " + KEPT + " are kept");
            }
            long[] read = new long[length];
            long before = 0;
            for (int i = 0; i < length; i++) {
                before += in.unsigned();
                read[i] = before;
            }
            least = read;
        }
    }

    private void keep(long hash) {
        int at = Arrays.binarySearch(least, hash);
        if (at >= 0 || (least.length == KEPT && hash > least[KEPT - 1])) {
            return;
        }
        int insertion = -at - 1;
        long[] grown = new long[Math.min(KEPT, least.length + 1)];
        System.arraycopy(least, 0, grown, 0, insertion);
        grown[insertion] = hash;
        System.arraycopy(least, insertion, grown, insertion + 1, grown.length - insertion - 1);
        least = grown;
    }

    /** Spreads the bits (the finaliser of Steele, Lea and Flood 2014) and keeps the upper half. */
    private static long mix(long hash) {
        long mixed = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return (mixed ^ (mixed >>> 31)) >>> BITS;
    }
}
