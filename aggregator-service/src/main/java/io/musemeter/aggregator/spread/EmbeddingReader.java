package io.musemeter.aggregator.spread;

import io.musemeter.events.embedding.StoryEmbedding;
import io.musemeter.events.topics.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads embeddings from their beginning, for ever, in no consumer group. Whatever happens here, counting goes on. */
public final class EmbeddingReader implements Runnable, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(EmbeddingReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final Duration BEFORE_RETRY = Duration.ofSeconds(10);

    private final SpreadView view;
    private final Map<String, Object> kafka;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * @param view where to
     * @param connection how to reach Kafka
     */
    public EmbeddingReader(SpreadView view, Map<String, Object> connection) {
        this.view = view;
        kafka = new HashMap<>(connection);
        kafka.put("enable.auto.commit", false);
        kafka.put("auto.offset.reset", "earliest");
        kafka.put("client.id", "musemeter-aggregator-spread");
        kafka.remove("group.id");
    }

    @Override
    public void run() {
        try {
            while (open()) {
                try (Consumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(kafka, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                    read(consumer);
                } catch (InterruptException e) {
                    close();
                } catch (KafkaException e) {
                    LOG.warnf(
                            "Cannot read the embeddings (%s); trying again",
                            e.getClass().getSimpleName());
                }
                if (closed.await(BEFORE_RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private boolean open() {
        return closed.getCount() > 0;
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(Topic.EMBEDDINGS.topicName(), ANSWER_WITHIN).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            return;
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        while (open()) {
            consumer.poll(POLL).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<byte[], byte @Nullable []> received) {
        try {
            if (received.value() == null) {
                if (received.key() != null) {
                    view.erase(new String(received.key(), StandardCharsets.UTF_8));
                }
                return;
            }
            view.put(StoryEmbedding.read(received.key(), headers(received), received.value()));
        } catch (IllegalArgumentException e) {
            LOG.warnf("Passed over an embedding at offset %d: it breaks the contract", received.offset());
        }
    }

    private static Map<String, byte @Nullable []> headers(ConsumerRecord<byte[], byte @Nullable []> received) {
        Map<String, byte @Nullable []> headers = new HashMap<>();
        for (Header header : received.headers()) {
            headers.put(header.key(), header.value());
        }
        return headers;
    }
}
