package io.musemeter.aggregator.service;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Everything about the aggregator that is Musemeter's own to set. */
@ConfigMapping(prefix = "musemeter.aggregator")
public interface AggregatorConfig {

    /** Folder of the process's own files. What must outlive it is in Kafka. */
    @WithDefault("${MUSEMETER_DATA:.musemeter}/aggregator")
    Path dataFolder();

    /** Token that every request but one for health must carry. Required where {@code quarkus.http.host} is not a loopback address. */
    Optional<String> token();

    /** Values of the Host header, port aside, from which changing requests are taken. */
    @WithDefault("localhost,127.0.0.1,[::1]")
    List<String> allowedHosts();

    /** How often the series that changed are computed anew. */
    @WithDefault("2s")
    Duration tick();

    /** How long a series without scores is kept. */
    @WithDefault("30d")
    Duration idleAfter();

    /** Most series that one partition of {@code scores} keeps; scores of further ones are rejected. */
    @WithDefault("500")
    int seriesPerPartition();

    /** Threads that count. */
    @WithDefault("1")
    int threads();

    /** Copies of the state on other instances, which take over when this one ends. */
    @WithDefault("0")
    int standbyReplicas();

    /** Copies of the changelog topics on brokers; -1 leaves it to the broker. */
    @WithDefault("-1")
    int replicationFactor();

    /** How alike the stories of one temperature are. */
    Spread spread();

    /** Bounds on the sample of embeddings. */
    interface Spread {
        /** Whether embeddings are read, for {@code GET /api/spread}. */
        @WithDefault("true")
        boolean enabled();

        /** Most stories of a group kept at one temperature, at least 3. */
        @WithDefault("32")
        int sample();

        /** Most groups kept; what comes after them is left out. At the defaults and seven temperatures some 35 MB. */
        @WithDefault("100")
        int groups();
    }

    /** Segments of the changelog topics, in bytes; what is in the newest one is not compacted yet. */
    @WithDefault("16777216")
    int changelogSegmentBytes();

    /** The figures for Prometheus. */
    Metrics metrics();

    /** Bounds on the figures for Prometheus. */
    interface Metrics {
        /** Most values of one label that comes from outside; what is beyond is not exported series by series. */
        @WithDefault("50")
        int labelValues();

        /** Most series exported by one instance, each in up to five windows. */
        @WithDefault("500")
        int series();

        /**
         * Most samples of series that one instance exports at a scrape. A series has 33 in each window and 14 more for each
         * temperature, beside 23 of its own: 678 with five windows and seven temperatures.
         */
        @WithDefault("50000")
        int samples();

        /** Models that are exported before all others, so that a flood of names cannot push them out. */
        Optional<Set<String>> models();

        /** Prompts that are exported before all others: the id, followed by {@code @version} unless the version is 1. */
        Optional<Set<String>> prompts();

        /** How often the gauges follow the view. */
        @WithDefault("5s")
        Duration refresh();
    }
}
