package io.musemeter.scorer.exemplars;

import io.musemeter.events.CloudEventHeaders;
import io.musemeter.events.EventJson;
import io.musemeter.events.Exemplar;
import io.musemeter.events.InvalidEventException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jboss.logging.Logger;

/**
 * Reads the whole compacted topic of exemplars from its beginning into a store, and goes on reading. It belongs to no
 * consumer group: every instance needs every exemplar.
 */
public final class ExemplarReader implements Runnable {
    private static final Logger LOG = Logger.getLogger(ExemplarReader.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final String topic;
    private final ExemplarStore store;
    private final BiConsumer<ConsumerRecord<byte[], byte[]>, InvalidEventException> rejected;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * @param consumers makes a consumer without a group
     * @param topic name of the topic of exemplars
     * @param store where they go
     * @param rejected told of records that are no exemplars
     */
    public ExemplarReader(
            Supplier<Consumer<byte[], byte[]>> consumers,
            String topic,
            ExemplarStore store,
            BiConsumer<ConsumerRecord<byte[], byte[]>, InvalidEventException> rejected) {
        this.consumers = consumers;
        this.topic = topic;
        this.store = store;
        this.rejected = rejected;
    }

    /** Makes {@link #run} end soon. */
    public void stop() {
        stopped.countDown();
    }

    @Override
    public void run() {
        while (running()) {
            try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                read(consumer);
            } catch (KafkaException e) {
                LOG.warnf(
                        "exemplars cannot be read, trying again: %s",
                        e.getClass().getSimpleName());
                pause();
            }
        }
    }

    private void read(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            pause();
            return;
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> goal = consumer.endOffsets(partitions);
        while (running()) {
            consumer.poll(POLL).forEach(this::accept);
            if (!store.loaded()
                    && goal.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                store.markLoaded();
                LOG.infof("%d exemplars loaded", store.size());
            }
        }
    }

    private void accept(ConsumerRecord<byte[], byte[]> message) {
        if (message.value() == null) {
            if (message.key() != null) {
                store.remove(new String(message.key(), StandardCharsets.UTF_8));
            }
            return;
        }
        try {
            Header type = message.headers().lastHeader(CloudEventHeaders.TYPE);
            CloudEventHeaders.requireType(type == null ? null : type.value(), "exemplar");
            store.put(EventJson.read(message.value(), Exemplar.class));
        } catch (InvalidEventException e) {
            rejected.accept(message, e);
        }
    }

    private boolean running() {
        return stopped.getCount() > 0;
    }

    private void pause() {
        try {
            if (stopped.await(RETRY.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("stopped while waiting for the exemplars");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
    }
}
