package io.musemeter.aggregator.service;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;

/** What this instance's Kafka Streams has to do, by the topic that it reads. */
final class StreamsFigures {
    private static final String FETCHES = "consumer-fetch-manager-metrics";
    private static final String LAG = "records-lag";
    private static final String RESTORING = "restore-consumer";

    private StreamsFigures() {}

    /** Partitions that this instance processes; empty while Kafka Streams neither runs nor rebalances. */
    static Map<String, Long> partitions(KafkaStreams streams) {
        try {
            return streams.metadataForLocalThreads().stream()
                    .flatMap(thread -> thread.activeTasks().stream())
                    .flatMap(task -> task.topicPartitions().stream())
                    .collect(Collectors.groupingBy(TopicPartition::topic, Collectors.counting()));
        } catch (IllegalStateException e) {
            // Asked before it runs or while it ends: it processes nothing.
            return Map.of();
        }
    }

    /** Records that wait in the partitions of this instance, by topic; a topic never fetched from is not in it. */
    static Map<String, Long> lags(Map<MetricName, ? extends Metric> metrics) {
        return metrics.entrySet().stream()
                .filter(each -> isInputLag(each.getKey()))
                .collect(Collectors.groupingBy(
                        each -> topic(each.getKey()), Collectors.summingLong(each -> value(each.getValue()))));
    }

    private static boolean isInputLag(MetricName name) {
        return name.name().equals(LAG)
                && name.group().equals(FETCHES)
                && name.tags().containsKey("topic")
                && !name.tags().getOrDefault("client-id", "").contains(RESTORING);
    }

    private static String topic(MetricName name) {
        return name.tags().getOrDefault("topic", "");
    }

    /** Kafka reports NaN for a partition that it has not fetched from yet. */
    private static long value(Metric metric) {
        return metric.metricValue() instanceof Number number && Double.isFinite(number.doubleValue())
                ? number.longValue()
                : 0;
    }
}
