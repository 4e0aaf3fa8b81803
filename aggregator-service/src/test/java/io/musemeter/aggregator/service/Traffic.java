package io.musemeter.aggregator.service;

import io.musemeter.events.EventJson;
import io.musemeter.events.Score;
import io.musemeter.events.Story;
import io.musemeter.events.topics.Topic;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes stories and scores as the other services do. */
final class Traffic implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;

    Traffic(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 5, "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void send(Story story) {
        producer.send(new ProducerRecord<>(Topic.STORIES.topicName(), story.storyId(), EventJson.write(story)));
    }

    void send(Score score) {
        producer.send(
                new ProducerRecord<>(Topic.SCORES.topicName(), score.series().seriesId(), EventJson.write(score)));
    }

    void flush() {
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
