package io.musemeter.scorer.pipeline;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jboss.logging.Logger;

/**
 * One member of a family's consumer group. Its thread polls and commits; the stories of a batch are scored on a second
 * thread, the partitions paused meanwhile, so that no story, however slow, costs the member its place in the group.
 */
public final class FamilyConsumer implements Runnable {
    private static final Logger LOG = Logger.getLogger(FamilyConsumer.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration HEARTBEAT = Duration.ofMillis(100);
    private static final Duration RETRY = Duration.ofSeconds(1);
    /** How long a member that takes partitions over waits for the story that is being scored; far below the poll limit. */
    private static final Duration HAND_OVER = Duration.ofSeconds(60);

    private final String name;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final String topic;
    private final StoryHandler handler;
    private final ScorePublisher publisher;
    private final FamilyMeters meters;
    private final LagProbe lag;
    private volatile boolean stopping;
    private Optional<BatchRun> current = Optional.empty();
    private final Set<Integer> held = ConcurrentHashMap.newKeySet();
    /** What is acknowledged but could not be committed yet, which Kafka refuses while the group is being rearranged. */
    private final Map<TopicPartition, OffsetAndMetadata> owed = new HashMap<>();

    /**
     * @param name the family and the member's number, for threads and logs
     * @param number the member's number within this process
     * @param consumers makes a consumer of the family's group
     * @param topic the topic of stories
     */
    public FamilyConsumer(
            String name,
            int number,
            Supplier<Consumer<byte[], byte[]>> consumers,
            String topic,
            StoryHandler handler,
            ScorePublisher publisher,
            FamilyMeters meters) {
        this.name = name;
        this.consumers = consumers;
        this.topic = topic;
        this.handler = handler;
        this.publisher = publisher;
        this.meters = meters;
        this.lag = new LagProbe(meters, number);
    }

    /** The family and the member's number. */
    public String name() {
        return name;
    }

    /** Whether a partition is this member's. */
    public boolean holds(int partition) {
        return held.contains(partition);
    }

    /** Makes {@link #run} end after the story at hand. */
    public void stop() {
        stopping = true;
    }

    @Override
    public void run() {
        ExecutorService worker = Executors.newSingleThreadExecutor(task -> new Thread(task, name + "-worker"));
        try {
            while (!stopping) {
                try (Consumer<byte[], byte[]> consumer = consumers.get()) {
                    consume(consumer, worker);
                } catch (KafkaException e) {
                    LOG.warnf(
                            "%s lost Kafka, trying again: %s",
                            name, e.getClass().getSimpleName());
                    TimeUnit.MILLISECONDS.sleep(RETRY.toMillis());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            worker.shutdownNow();
        }
    }

    private void consume(Consumer<byte[], byte[]> consumer, ExecutorService worker) throws InterruptedException {
        owed.clear();
        held.clear();
        consumer.subscribe(List.of(topic), new Rebalance(consumer));
        while (!stopping) {
            ConsumerRecords<byte[], byte[]> batch = consumer.poll(POLL);
            commitOwed(consumer);
            if (!batch.isEmpty()) {
                score(consumer, worker, batch);
            }
            lag.measure(consumer, 0);
        }
    }

    private void score(Consumer<byte[], byte[]> consumer, ExecutorService worker, ConsumerRecords<byte[], byte[]> batch)
            throws InterruptedException {
        BatchRun run = new BatchRun(batch, batch.count(), handler, publisher);
        current = Optional.of(run);
        Future<?> done = worker.submit(() -> {
            run.run();
            return null;
        });
        consumer.pause(consumer.assignment());
        try {
            await(consumer, run, done);
            commit(consumer, run);
        } catch (ExecutionException e) {
            LOG.warnf("%s takes its batch up again: %s", name, e.getCause());
            meters.batchInterrupted();
            commit(consumer, run);
            rewind(consumer, batch, run);
        } finally {
            // Left in the middle, by an error of Kafka's, the batch is delivered again: no use in going on with it.
            run.giveUpRest();
            current = Optional.empty();
        }
        consumer.resume(consumer.assignment());
    }

    private void await(Consumer<byte[], byte[]> consumer, BatchRun run, Future<?> done)
            throws InterruptedException, ExecutionException {
        while (true) {
            try {
                done.get(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException e) {
                if (stopping) {
                    run.giveUpRest();
                } else {
                    heartbeat(consumer, run);
                }
            }
        }
    }

    /** Everything is paused, so this fetches nothing: it keeps the place in the group and takes part in rebalances. */
    private void heartbeat(Consumer<byte[], byte[]> consumer, BatchRun run) {
        ConsumerRecords<byte[], byte[]> none = consumer.poll(Duration.ZERO);
        if (!none.isEmpty()) {
            throw new IllegalStateException("a paused partition was fetched");
        }
        if (lag.measure(consumer, run.unhandled())) {
            commit(consumer, run);
        }
    }

    private void commit(Consumer<byte[], byte[]> consumer, BatchRun run) {
        owed.putAll(run.acknowledged());
        commitOwed(consumer);
    }

    private void commitOwed(Consumer<byte[], byte[]> consumer) {
        if (owed.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(owed);
            owed.clear();
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            LOG.debugf("%s could not commit yet: %s", name, e.getClass().getSimpleName());
        }
    }

    private static void rewind(Consumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> batch, BatchRun run) {
        Map<TopicPartition, Long> first = new HashMap<>();
        for (TopicPartition partition : batch.partitions()) {
            List<ConsumerRecord<byte[], byte[]>> messages = batch.records(partition);
            first.put(partition, messages.get(0).offset());
        }
        run.acknowledged().forEach((partition, offset) -> first.put(partition, offset.offset()));
        first.keySet().retainAll(consumer.assignment());
        first.keySet().removeAll(run.givenUp());
        first.forEach(consumer::seek);
    }

    private final class Rebalance implements ConsumerRebalanceListener {
        private final Consumer<byte[], byte[]> consumer;

        Rebalance(Consumer<byte[], byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (current.isPresent()) {
                consumer.pause(partitions);
            }
            partitions.forEach(partition -> held.add(partition.partition()));
            LOG.debugf("%s was assigned %s", name, partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            release(partitions);
            current.ifPresent(run -> owed.putAll(run.handOver(partitions, HAND_OVER)));
            commitOwed(consumer);
            owed.keySet().removeAll(partitions);
            lag.forget();
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            release(partitions);
            current.ifPresent(run -> run.giveUp(partitions));
            owed.keySet().removeAll(partitions);
            lag.forget();
        }

        private void release(Collection<TopicPartition> partitions) {
            partitions.forEach(partition -> held.remove(partition.partition()));
        }
    }
}
