package io.musemeter.launcher.export;

import io.musemeter.events.EventJson;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.Score;
import io.musemeter.events.topics.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The topic {@code scores}, read from its beginning to where it ended when asked. */
final class ScoreLog {
    private ScoreLog() {}

    /**
     * Hands every valid score to the sink.
     *
     * @return how many records were no valid score; the aggregator puts those aside as well
     */
    static long read(String bootstrapServers, Consumer<Score> sink, ProgressBar progress) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                15_000);
        long invalid = 0;
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topic.SCORES.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> begin = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> end = consumer.endOffsets(partitions);
            progress.maxHint(partitions.stream()
                    .mapToLong(partition -> end.getOrDefault(partition, 0L) - begin.getOrDefault(partition, 0L))
                    .sum());
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < end.getOrDefault(partition, 0L))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(500))) {
                    progress.step();
                    try {
                        sink.accept(EventJson.read(record.value(), Score.class));
                    } catch (InvalidEventException e) {
                        invalid++;
                    }
                }
            }
        }
        return invalid;
    }
}
