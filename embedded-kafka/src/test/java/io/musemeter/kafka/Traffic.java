package io.musemeter.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to and reads from a broker. */
final class Traffic {
    private Traffic() {}

    /** Writes and waits for every acknowledgement. */
    static void write(String bootstrapServers, String topic, List<String> values) throws Exception {
        try (KafkaProducer<String, byte[]> producer = producer(bootstrapServers)) {
            List<Future<RecordMetadata>> sent = new ArrayList<>();
            for (String value : values) {
                String key = Integer.toString(value.hashCode());
                sent.add(producer.send(new ProducerRecord<>(topic, key, value.getBytes(StandardCharsets.UTF_8))));
            }
            for (Future<RecordMetadata> future : sent) {
                future.get();
            }
        }
    }

    /** Writes incompressible values under ever new keys, or under a few keys again and again. */
    static void writeBytes(String bootstrapServers, String topic, long bytes, int keys) {
        Random random = new Random(1);
        try (KafkaProducer<String, byte[]> producer = producer(bootstrapServers)) {
            byte[] value = new byte[20_000];
            for (long written = 0, count = 0; written < bytes; written += value.length, count++) {
                random.nextBytes(value);
                producer.send(new ProducerRecord<>(topic, Long.toString(count % keys), value.clone()));
            }
        }
    }

    static List<String> readAll(String bootstrapServers, String topic) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", bootstrapServers, "max.partition.fetch.bytes", 16 << 20);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<String> values = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> message : consumer.poll(Duration.ofMillis(100))) {
                    values.add(new String(message.value(), StandardCharsets.UTF_8));
                }
            }
            return values;
        }
    }

    private static KafkaProducer<String, byte[]> producer(String bootstrapServers) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "acks",
                "all",
                "max.request.size",
                16 << 20,
                "max.block.ms",
                5_000);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }
}
