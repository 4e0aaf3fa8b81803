package io.musemeter.scorer.service;

import io.musemeter.events.topics.Topic;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jboss.logging.Logger;

/**
 * Where a re-scoring ends in each partition of {@code stories}: said once, by whoever starts it first, as the committed
 * offsets of a group of that name. A transaction makes it once: who begins one after another fences that one off, and sees
 * what was committed before.
 */
final class RescoreEnds {
    private static final Logger LOG = Logger.getLogger(RescoreEnds.class);
    private static final String COUNTED = "counted";

    private final KafkaClients kafka;
    private final String group;

    RescoreEnds(KafkaClients kafka, String group) {
        this.kafka = kafka;
        this.group = group;
    }

    /**
     * The ends that everybody holds from now on.
     *
     * @param proposed those that become it when nobody has said any
     */
    Map<TopicPartition, Long> agree(Map<TopicPartition, Long> proposed) {
        while (committed().isEmpty()) {
            say(proposed);
        }
        return committed().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, end -> end.getValue().offset()));
    }

    private void say(Map<TopicPartition, Long> ends) {
        try (Producer<byte[], byte[]> decision = kafka.transaction(group)) {
            decision.initTransactions();
            // Looked at again: nobody can say any now but this one, or one that fences it off.
            if (committed().isEmpty()) {
                decision.beginTransaction();
                decision.sendOffsetsToTransaction(offsets(ends, ""), new ConsumerGroupMetadata(group));
                decision.commitTransaction();
            }
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            LOG.debugf("another instance says where %s ends", group);
        }
    }

    /** Whether the stories before the ends were counted, and the counts acknowledged. */
    boolean counted() {
        Map<TopicPartition, OffsetAndMetadata> ends = committed();
        return !ends.isEmpty()
                && ends.values().stream().allMatch(end -> end.metadata().equals(COUNTED));
    }

    /** Says that they were. */
    void setCounted(Map<TopicPartition, Long> ends) {
        try (Consumer<byte[], byte[]> reader = kafka.member(group, 1)) {
            reader.commitSync(offsets(ends, COUNTED));
        }
    }

    /** Nothing as long as they are not there for every partition. */
    private Map<TopicPartition, OffsetAndMetadata> committed() {
        try (Consumer<byte[], byte[]> reader = kafka.member(group, 1)) {
            List<TopicPartition> partitions = partitions(reader);
            Map<TopicPartition, OffsetAndMetadata> committed = reader.committed(new HashSet<>(partitions));
            return committed.size() < partitions.size()
                            || committed.values().stream().anyMatch(Objects::isNull)
                    ? Map.of()
                    : committed;
        }
    }

    /** The partitions of {@code stories}. */
    static List<TopicPartition> partitions(Consumer<byte[], byte[]> reader) {
        return reader.partitionsFor(Topic.STORIES.topicName()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(Map<TopicPartition, Long> ends, String metadata) {
        return ends.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, end -> new OffsetAndMetadata(end.getValue(), metadata)));
    }
}
