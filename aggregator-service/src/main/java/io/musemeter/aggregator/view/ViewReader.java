package io.musemeter.aggregator.view;

import io.musemeter.events.InvalidEventException;
import io.musemeter.events.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/** Reads the compacted topics behind the view from their beginning, for ever, in no consumer group. */
public final class ViewReader implements Runnable, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ViewReader.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final Duration BEFORE_RETRY = Duration.ofSeconds(1);

    private final CorrelationView view;
    private final Map<String, Object> kafka;
    private final String correlations = Topic.CORRELATIONS.topicName();
    private final String storyCounts = Topic.STORY_COUNTS.topicName();
    private volatile boolean closed;
    private volatile boolean caughtUp;
    private volatile long lag = Long.MAX_VALUE;

    /**
     * @param view where to
     * @param connection how to reach Kafka
     */
    public ViewReader(CorrelationView view, Map<String, Object> connection) {
        this.view = view;
        kafka = new HashMap<>(connection);
        kafka.put("isolation.level", "read_committed");
        kafka.put("enable.auto.commit", false);
        kafka.put("auto.offset.reset", "earliest");
        kafka.put("client.id", "musemeter-aggregator-view");
        kafka.remove("group.id");
    }

    /** Whether everything was read that was there when reading began. */
    public boolean caughtUp() {
        return caughtUp;
    }

    /** Records not read yet; 0 when the end was reached. */
    public long lag() {
        return lag;
    }

    @Override
    public void run() {
        while (!closed) {
            try (Consumer<byte[], byte[]> consumer =
                    new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                read(consumer);
            } catch (WakeupException | InterruptException e) {
                closed = true;
            } catch (KafkaException | IllegalStateException e) {
                LOG.warnf(
                        "Cannot read the answers (%s); trying again",
                        e.getClass().getSimpleName());
                pause();
            }
        }
    }

    @Override
    public void close() {
        closed = true;
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = List.of(correlations, storyCounts).stream()
                .flatMap(topic -> consumer.partitionsFor(topic, ANSWER_WITHIN).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.size() < 2) {
            throw new IllegalStateException("the topics are not there yet");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (!closed) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            records.forEach(this::take);
            if (!caughtUp || !records.isEmpty()) {
                lag = remaining(consumer, partitions);
                caughtUp |= lag == 0;
            }
        }
    }

    private static long remaining(Consumer<?, ?> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, ANSWER_WITHIN);
        return partitions.stream()
                .mapToLong(partition -> Math.max(0, ends.getOrDefault(partition, 0L) - consumer.position(partition)))
                .sum();
    }

    private void take(ConsumerRecord<byte[], byte[]> received) {
        if (received.key() == null) {
            return;
        }
        String key = new String(received.key(), StandardCharsets.UTF_8);
        try {
            if (received.topic().equals(correlations)) {
                view.correlation(key, received.value());
            } else {
                view.storyCount(key, received.value());
            }
        } catch (InvalidEventException e) {
            LOG.warnf(
                    "Passed over a record of %s at offset %d: %s", received.topic(), received.offset(), e.getMessage());
        }
    }

    private void pause() {
        try {
            Thread.sleep(BEFORE_RETRY.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed = true;
        }
    }
}
