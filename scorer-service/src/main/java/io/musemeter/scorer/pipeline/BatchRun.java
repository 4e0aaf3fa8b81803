package io.musemeter.scorer.pipeline;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * One polled batch on its way. It runs on a thread of its own while the consumer goes on heart-beating; partitions may be
 * taken away in the middle. An offset is given out only once Kafka has acknowledged every score of every record before it.
 */
final class BatchRun {
    private record Sent(TopicPartition partition, long next, List<Future<RecordMetadata>> futures) {
        boolean done() {
            return futures.stream().allMatch(Future::isDone);
        }
    }

    private final Iterable<ConsumerRecord<byte[], byte[]>> batch;
    private final StoryHandler handler;
    private final ScorePublisher publisher;
    private final Set<TopicPartition> givenUp = ConcurrentHashMap.newKeySet();
    private final Deque<Sent> inFlight = new ArrayDeque<>();
    private final Map<TopicPartition, OffsetAndMetadata> acknowledged = new HashMap<>();
    private Optional<TopicPartition> inHand = Optional.empty();
    private volatile boolean stopped;
    private int unhandled;

    BatchRun(Iterable<ConsumerRecord<byte[], byte[]>> batch, int size, StoryHandler handler, ScorePublisher publisher) {
        this.batch = batch;
        this.unhandled = size;
        this.handler = handler;
        this.publisher = publisher;
    }

    /**
     * Handles every record whose partition is still ours and waits for Kafka's word on all of them.
     *
     * @throws ExecutionException when Kafka did not take a score; {@link #acknowledged} then says how far it got
     */
    void run() throws InterruptedException, ExecutionException {
        for (ConsumerRecord<byte[], byte[]> message : batch) {
            TopicPartition partition = new TopicPartition(message.topic(), message.partition());
            if (stopped) {
                break;
            }
            if (takeInHand(partition)) {
                handle(message, partition);
            }
            handledOne();
        }
        publisher.flush();
        settle();
    }

    /** Handles no further record of these partitions. */
    synchronized void giveUp(Collection<TopicPartition> partitions) {
        givenUp.addAll(partitions);
    }

    /**
     * Handles no further record of these partitions and waits for the one in hand, so that its next owner does not handle it
     * as well.
     *
     * @param patience longest wait; a record that takes longer is handled twice
     * @return for each of these partitions, the offset up to which all is acknowledged
     */
    Map<TopicPartition, OffsetAndMetadata> handOver(Collection<TopicPartition> partitions, Duration patience) {
        awaitHand(partitions, patience);
        publisher.flush();
        synchronized (this) {
            settleWhatIsDone();
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>(acknowledged);
            offsets.keySet().retainAll(partitions);
            return offsets;
        }
    }

    /** Handles no further record at all. */
    void giveUpRest() {
        stopped = true;
    }

    /** The partitions that were taken away meanwhile. */
    Set<TopicPartition> givenUp() {
        return Set.copyOf(givenUp);
    }

    /** Number of records not yet handled. */
    synchronized int unhandled() {
        return unhandled;
    }

    /** For each partition that is still ours, the offset up to which all is acknowledged. */
    synchronized Map<TopicPartition, OffsetAndMetadata> acknowledged() {
        settleWhatIsDone();
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>(acknowledged);
        offsets.keySet().removeAll(givenUp);
        return offsets;
    }

    private synchronized boolean takeInHand(TopicPartition partition) {
        if (givenUp.contains(partition)) {
            return false;
        }
        inHand = Optional.of(partition);
        return true;
    }

    private void handle(ConsumerRecord<byte[], byte[]> message, TopicPartition partition) throws InterruptedException {
        try {
            List<Future<RecordMetadata>> futures = handler.handle(message);
            synchronized (this) {
                inFlight.add(new Sent(partition, message.offset() + 1, futures));
            }
        } finally {
            synchronized (this) {
                inHand = Optional.empty();
                notifyAll();
            }
        }
    }

    private synchronized void awaitHand(Collection<TopicPartition> partitions, Duration patience) {
        givenUp.addAll(partitions);
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            for (long left = patience.toNanos();
                    left > 0 && inHand.filter(partitions::contains).isPresent();
                    left = deadline - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void settleWhatIsDone() {
        try {
            settle();
        } catch (ExecutionException e) {
            // What came before the failure is acknowledged all the same; run() reports the failure.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void handledOne() {
        unhandled--;
    }

    /** Takes the head of the queue for as long as it is acknowledged; order keeps every offset below safe. */
    private synchronized void settle() throws InterruptedException, ExecutionException {
        while (!inFlight.isEmpty() && inFlight.peek().done()) {
            Sent sent = inFlight.peek();
            for (Future<RecordMetadata> future : sent.futures()) {
                future.get();
            }
            acknowledged.put(sent.partition(), new OffsetAndMetadata(sent.next()));
            inFlight.remove();
        }
    }
}
