package io.musemeter.kafka.topics;

import io.musemeter.events.topics.TopicCatalogue;
import io.musemeter.events.topics.TopicSpec;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Divides a bound on the data folder among the partitions of one broker.
 *
 * <p>Seven tenths go to topics whose old records may be dropped, each partition by its weight; a partition is cut at
 * {@code retention + one segment}. Two tenths are left for compacted topics, changelogs and Kafka's own, which hold one
 * value a key and are cleaned often, and one tenth for what is written between two looks at the sizes. The judge's ledger is
 * cut by time alone, since a restart would forget what of the day is spent; its writers keep it small.
 *
 * @param bytes the bound
 */
public record DiskBudget(long bytes) {
    private static final long MEBI = 1L << 20;
    private static final String UNBOUNDED = "-1";
    private static final long LONGEST_SEGMENT = 32 * MEBI;
    private static final long LONGEST_COMPACTED_SEGMENT = 8 * MEBI;
    /** Kafka takes no shorter segment. */
    private static final long SHORTEST_SEGMENT = MEBI;

    /** The least bound: every partition holds two segments of Kafka's least size. */
    public static final long LEAST_BYTES = 192 * MEBI;

    /** @throws IllegalArgumentException when the bound is below {@link #LEAST_BYTES} */
    public DiskBudget {
        if (bytes < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "the bound of the data folder must be at least " + LEAST_BYTES + " bytes, got " + bytes);
        }
    }

    /** The topic's settings: those of {@code topics.yaml}, and this budget's. */
    public Map<String, String> topicConfig(TopicSpec topic) {
        Map<String, String> config = new LinkedHashMap<>(topic.kafkaConfig());
        if (topic.cleanup().contains("delete")) {
            long share = share(topic);
            config.put("segment.bytes", Long.toString(segment(share)));
            // Said aloud: the broker's default would cut it.
            config.put("retention.bytes", cutBySize(topic) ? Long.toString(share - segment(share)) : UNBOUNDED);
        } else {
            config.put("segment.bytes", Long.toString(compactedSegment()));
        }
        return config;
    }

    /** The broker's defaults, for the topics that Kafka Streams makes itself. */
    public Map<String, String> brokerDefaults() {
        Map<String, String> config = new LinkedHashMap<>();
        config.put("log.segment.bytes", Long.toString(compactedSegment()));
        config.put("log.retention.bytes", Long.toString(unit() - segment(unit())));
        config.put("log.retention.check.interval.ms", "1000");
        config.put("log.initial.task.delay.ms", "1000");
        config.put("log.segment.delete.delay.ms", "1000");
        // Only rolled segments are cleaned, so a quiet topic must roll by time.
        config.put("log.roll.ms", Long.toString(Duration.ofHours(1).toMillis()));
        config.put("log.cleaner.backoff.ms", "5000");
        config.put("log.cleaner.min.cleanable.ratio", "0.3");
        config.put(
                "log.cleaner.max.compaction.lag.ms",
                Long.toString(Duration.ofHours(1).toMillis()));
        config.put("log.index.size.max.bytes", Long.toString(LONGEST_SEGMENT / 128));
        config.put("offsets.topic.segment.bytes", Long.toString(compactedSegment()));
        config.put("transaction.state.log.segment.bytes", Long.toString(compactedSegment()));
        config.put("metadata.log.segment.bytes", Long.toString(8 * MEBI));
        config.put("metadata.max.retention.bytes", Long.toString(16 * MEBI));
        config.put("metadata.log.max.record.bytes.between.snapshots", Long.toString(4 * MEBI));
        return config;
    }

    private long share(TopicSpec topic) {
        return unit() * weight(topic);
    }

    /** What one partition of weight 1 may take. */
    private long unit() {
        long weights = TopicCatalogue.all().stream()
                .filter(topic -> topic.cleanup().contains("delete"))
                .mapToLong(topic -> weight(topic) * topic.partitions().local())
                .sum();
        return bytes / 10 * 7 / weights;
    }

    private static boolean cutBySize(TopicSpec topic) {
        return !topic.id().equals("judge-budget");
    }

    /** A story has some twenty scores, and an embedding about as long as itself. */
    private static long weight(TopicSpec topic) {
        return switch (topic.id()) {
            case "scores" -> 4;
            case "stories", "embeddings" -> 2;
            default -> 1;
        };
    }

    private static long segment(long share) {
        return Math.min(LONGEST_SEGMENT, Math.max(SHORTEST_SEGMENT, share / 4));
    }

    private long compactedSegment() {
        return Math.min(LONGEST_COMPACTED_SEGMENT, Math.max(SHORTEST_SEGMENT, bytes / 250));
    }
}
