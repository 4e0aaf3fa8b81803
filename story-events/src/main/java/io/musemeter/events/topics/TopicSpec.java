package io.musemeter.events.topics;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One topic as {@code topics.yaml} declares it.
 *
 * @param id what the code calls it
 * @param name its name in Kafka
 * @param key what its records are keyed by, in words
 * @param value what its records hold, in words
 * @param partitions partition counts, for life
 * @param cleanup Kafka's {@code cleanup.policy}
 * @param retention how long records are kept; null when compaction alone decides
 */
public record TopicSpec(
        String id,
        String name,
        String key,
        String value,
        Partitions partitions,
        List<String> cleanup,
        @Nullable Duration retention) {

    /** When compaction has to look at a record at the latest: until then Kafka may keep what a tombstone has erased. */
    private static final Duration ERASED_WITHIN = Duration.ofDays(1);

    /**
     * Partition counts.
     *
     * @param local on one machine
     * @param deploy in a cluster
     */
    public record Partitions(int local, int deploy) {}

    /** @throws IllegalArgumentException when a partition count is below 1 or no clean-up is named */
    public TopicSpec {
        if (partitions.local() < 1 || partitions.deploy() < 1) {
            throw new IllegalArgumentException("topic " + id + ": partitions must be at least 1");
        }
        if (cleanup.isEmpty()) {
            throw new IllegalArgumentException("topic " + id + ": cleanup is required");
        }
        cleanup = List.copyOf(cleanup);
    }

    /** The topic's own Kafka settings: clean-up, retention, and append time as the records' timestamps. */
    public Map<String, String> kafkaConfig() {
        Map<String, String> config = new LinkedHashMap<>();
        config.put("cleanup.policy", String.join(",", cleanup));
        config.put("message.timestamp.type", "LogAppendTime");
        if (retention != null) {
            config.put("retention.ms", Long.toString(retention.toMillis()));
        }
        if (cleanup.contains("compact")) {
            config.put("max.compaction.lag.ms", Long.toString(ERASED_WITHIN.toMillis()));
        }
        return config;
    }
}
