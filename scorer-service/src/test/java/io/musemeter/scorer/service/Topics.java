package io.musemeter.scorer.service;

import io.musemeter.events.EventJson;
import io.musemeter.events.Exemplar;
import io.musemeter.events.Rejected;
import io.musemeter.events.Score;
import io.musemeter.events.Story;
import io.musemeter.events.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/** A test's own hands on the topics. */
final class Topics implements AutoCloseable {
    private final KafkaClients kafka;
    private final Producer<byte[], byte[]> producer;

    Topics(String bootstrapServers) {
        kafka = new KafkaClients(Map.of("bootstrap.servers", bootstrapServers));
        producer = kafka.producer();
    }

    KafkaClients kafka() {
        return kafka;
    }

    void write(Story story) {
        write(Topic.STORIES, story.storyId(), EventJson.write(story));
    }

    void write(Exemplar exemplar) {
        write(Topic.EXEMPLARS, exemplar.exemplarHash(), EventJson.write(exemplar));
    }

    long write(Topic topic, String key, byte[] value) {
        try {
            return producer.send(new ProducerRecord<>(topic.topicName(), key.getBytes(StandardCharsets.UTF_8), value))
                    .get()
                    .offset();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every score so far of stories whose id begins so. */
    List<Score> scores(String storyIds) {
        return all(Topic.SCORES).stream()
                .map(message -> EventJson.read(message.value(), Score.class))
                .filter(score -> score.storyId().startsWith(storyIds))
                .toList();
    }

    /** Every record rejected so far, the latest of each origin. */
    Map<String, Rejected> rejected() {
        Map<String, Rejected> byOrigin = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> message : all(Topic.STORIES_REJECTED)) {
            byOrigin.put(
                    new String(message.key(), StandardCharsets.UTF_8), EventJson.read(message.value(), Rejected.class));
        }
        return byOrigin;
    }

    List<ConsumerRecord<byte[], byte[]>> all(Topic topic) {
        try (Consumer<byte[], byte[]> consumer = kafka.loner()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<ConsumerRecord<byte[], byte[]>> messages = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(messages::add);
            }
            return messages;
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
