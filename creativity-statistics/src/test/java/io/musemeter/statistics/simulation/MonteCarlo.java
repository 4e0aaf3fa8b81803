package io.musemeter.statistics.simulation;

import java.util.SplittableRandom;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Replications with a seed each, so that a run gives the same figures on any number of cores. */
final class MonteCarlo {

    static final int REPLICATIONS = Integer.getInteger("musemeter.replications", 10_000);

    private MonteCarlo() {}

    /** Counts, for each of several events, in how many replications it happened. */
    static int[] count(int events, long seed, ToIntFunction<SplittableRandom> replication) {
        return count(REPLICATIONS, events, seed, replication);
    }

    static int[] count(int replications, int events, long seed, ToIntFunction<SplittableRandom> replication) {
        return IntStream.range(0, replications)
                .parallel()
                .map(i -> replication.applyAsInt(new SplittableRandom(seed * 1_000_003 + i)))
                .collect(() -> new int[events], (sums, bits) -> tally(sums, bits), (a, b) -> {
                    for (int e = 0; e < events; e++) {
                        a[e] += b[e];
                    }
                });
    }

    /** Three Monte Carlo standard errors of a rate. */
    static double tolerance(double rate, int replications) {
        return 3 * Math.sqrt(rate * (1 - rate) / replications);
    }

    /** Upper end of a rate's 95 % interval: the rule of three where nothing happened (Hanley 1983), else Wilson's (1927). */
    static double upper(int count, int replications) {
        double n = replications;
        double p = count / n;
        double z = 1.959964;
        return count == 0
                ? 3 / n
                : (p + z * z / (2 * n) + z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n))) / (1 + z * z / n);
    }

    private static void tally(int[] sums, int bits) {
        for (int e = 0; e < sums.length; e++) {
            sums[e] += bits >>> e & 1;
        }
    }
}
