package io.musemeter.launcher.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of a load.
 *
 * @param latencies nanoseconds from the moment a request was due to its whole answer, ascending
 * @param statuses number of answers by HTTP status; -1 where the connection broke
 * @param nanos from the first request's moment to the last answer
 */
record LoadReport(long[] latencies, Map<Integer, Long> statuses, long nanos) {

    /** @param latencies copied and sorted */
    LoadReport {
        latencies = latencies.clone();
        Arrays.sort(latencies);
        statuses = Map.copyOf(new TreeMap<>(statuses));
    }

    /** Number of answers with one of these statuses. */
    long answers(int... wanted) {
        return Arrays.stream(wanted)
                .mapToLong(status -> statuses.getOrDefault(status, 0L))
                .sum();
    }

    /**
     * The latency in milliseconds below which that share of the answers lies: the nearest rank.
     *
     * @param share in (0, 1]
     */
    double millis(double share) {
        int rank = (int) Math.ceil(share * latencies.length);
        return latencies.length == 0 ? Double.NaN : latencies[Math.max(rank, 1) - 1] / 1e6;
    }
}
