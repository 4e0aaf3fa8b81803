package io.musemeter.aggregator.topology;

import io.musemeter.aggregator.series.SeriesRules;
import java.time.Duration;

/**
 * What the topology is told.
 *
 * @param rules the rules of time
 * @param tick how often series that changed are computed anew
 * @param sweep how often what is too old is dropped
 * @param seriesPerPartition most series that one partition keeps; scores of further ones are rejected
 * @param listener is told what happens
 */
public record TopologyConfig(
        SeriesRules rules, Duration tick, Duration sweep, int seriesPerPartition, TopologyListener listener) {
    /** A tick every two seconds, a sweep every minute, at most 500 series a partition. */
    public static TopologyConfig defaults(TopologyListener listener) {
        return new TopologyConfig(SeriesRules.DEFAULT, Duration.ofSeconds(2), Duration.ofMinutes(1), 500, listener);
    }
}
