package io.musemeter.launcher.bench;

import io.musemeter.events.EventJson;
import io.musemeter.events.Exemplar;
import io.musemeter.events.Score;
import io.musemeter.events.Story;
import io.musemeter.events.topics.Topic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Puts records into the topics before a measurement, and counts them after one. */
final class Backlog implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final Admin admin;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();

    Backlog(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "lz4"),
                new StringSerializer(),
                new ByteArraySerializer());
        admin = Admin.create(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, (Object) bootstrapServers));
    }

    void add(Story story) {
        send(Topic.STORIES, story.storyId(), story);
    }

    void add(Score score) {
        send(Topic.SCORES, score.series().seriesId(), score);
    }

    void add(Exemplar exemplar) {
        send(Topic.EXEMPLARS, exemplar.exemplarHash(), exemplar);
    }

    /**
     * Returns when Kafka has all of it.
     *
     * @throws IllegalStateException when Kafka did not take a record
     */
    void flush() {
        producer.flush();
        Exception reason = failure.get();
        if (reason != null) {
            throw new IllegalStateException("Kafka did not take the backlog", reason);
        }
    }

    /** Number of records that a topic ever took. */
    long size(Topic topic) throws ExecutionException, InterruptedException {
        return offsets(topic, OffsetSpec.latest());
    }

    /** Bytes that a record of the topic takes on the broker's disk, compressed as it was sent; NaN when there is none. */
    double bytesOnDisk(Topic topic) throws ExecutionException, InterruptedException {
        List<Integer> brokers =
                admin.describeCluster().nodes().get().stream().map(Node::id).toList();
        long bytes = admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                .flatMap(folders -> folders.values().stream())
                .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                .filter(replica -> replica.getKey().topic().equals(topic.topicName()))
                .mapToLong(replica -> replica.getValue().size())
                .sum();
        long records = size(topic) - offsets(topic, OffsetSpec.earliest());
        return records == 0 ? Double.NaN : (double) bytes / records;
    }

    private long offsets(Topic topic, OffsetSpec which) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> partitions =
                admin.describeTopics(List.of(topic.topicName())).allTopicNames().get().values().stream()
                        .flatMap(described -> described.partitions().stream())
                        .collect(Collectors.toMap(
                                info -> new TopicPartition(topic.topicName(), info.partition()), info -> which));
        return admin.listOffsets(partitions).all().get().values().stream()
                .mapToLong(ListOffsetsResult.ListOffsetsResultInfo::offset)
                .sum();
    }

    @Override
    public void close() {
        producer.close();
        admin.close();
    }

    private void send(Topic topic, String key, Object event) {
        ProducerRecord<String, byte[]> sent = new ProducerRecord<>(topic.topicName(), key, EventJson.write(event));
        Future<RecordMetadata> unused = producer.send(sent, (metadata, reason) -> failure.compareAndSet(null, reason));
    }
}
