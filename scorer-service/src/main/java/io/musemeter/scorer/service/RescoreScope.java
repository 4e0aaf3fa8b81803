package io.musemeter.scorer.service;

import io.musemeter.events.CloudEventHeaders;
import io.musemeter.events.EventJson;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.Story;
import io.musemeter.scorer.pipeline.Relabelling;
import io.musemeter.scorer.pipeline.ScorePublisher;
import io.musemeter.scorer.pipeline.StoryCensus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/**
 * Which stories a re-scoring covers: those that were in the log when it was started first. {@link RescoreEnds} says where they
 * end, the same to every instance and every later start; counted they are by whoever finds that they were not yet, and as the
 * ends decide what is counted, it does not matter by how many.
 */
final class RescoreScope {
    private static final Logger LOG = Logger.getLogger(RescoreScope.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaClients kafka;
    private final ScorePublisher publisher;

    RescoreScope(KafkaClients kafka, ScorePublisher publisher) {
        this.kafka = kafka;
        this.publisher = publisher;
    }

    /**
     * Finds the scope of a re-scoring, or makes it when nobody has.
     *
     * @param name the re-scoring's name
     * @param groupPrefix what the consumer groups' names begin with
     * @throws IllegalArgumentException when the name cannot be one
     */
    Relabelling.Rescored find(String name, String groupPrefix) {
        Relabelling.Rescored named = new Relabelling.Rescored(name, Map.of());
        RescoreEnds agreed = new RescoreEnds(kafka, named.group(groupPrefix + "-scope"));
        try (Consumer<byte[], byte[]> reader = kafka.loner()) {
            List<TopicPartition> partitions = RescoreEnds.partitions(reader);
            reader.assign(partitions);
            Map<TopicPartition, Long> ends = agreed.agree(reader.endOffsets(partitions));
            if (!agreed.counted()) {
                count(named, reader, ends);
                agreed.setCounted(ends);
            }
            return new Relabelling.Rescored(
                    name,
                    ends.entrySet().stream()
                            .collect(Collectors.toMap(end -> end.getKey().partition(), Map.Entry::getValue)));
        }
    }

    private void count(Relabelling.Rescored named, Consumer<byte[], byte[]> reader, Map<TopicPartition, Long> ends) {
        reader.seekToBeginning(ends.keySet());
        StoryCensus census = new StoryCensus();
        while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> message : reader.poll(POLL)) {
                if (message.offset()
                        < ends.getOrDefault(new TopicPartition(message.topic(), message.partition()), 0L)) {
                    count(named, message, census);
                }
            }
        }
        awaitAll(census.counts().stream().map(publisher::publish).toList());
    }

    private static void count(Relabelling.Rescored named, ConsumerRecord<byte[], byte[]> message, StoryCensus census) {
        if (message.value() == null) {
            return;
        }
        try {
            Header type = message.headers().lastHeader(CloudEventHeaders.TYPE);
            CloudEventHeaders.requireType(type == null ? null : type.value(), "story");
            census.add(named.apply(EventJson.read(message.value(), Story.class)), message.partition());
        } catch (InvalidEventException e) {
            LOG.debugf("offset %d of partition %d is no story", message.offset(), message.partition());
        }
    }

    private void awaitAll(List<Future<RecordMetadata>> sent) {
        publisher.flush();
        try {
            for (Future<RecordMetadata> each : sent) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not take the number of stories to score again", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while counting the stories to score again", e);
        }
    }
}
