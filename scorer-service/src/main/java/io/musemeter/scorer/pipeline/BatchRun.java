package io.musemeter.scorer.pipeline;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
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
            if (!givenUp.contains(partition)) {
                sent(new Sent(partition, message.offset() + 1, handler.handle(message)));
            }
            handledOne();
        }
        publisher.flush();
        settle();
    }

    /** Handles no further record of these partitions. */
    void giveUp(Collection<TopicPartition> partitions) {
        givenUp.addAll(partitions);
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
        try {
            settle();
        } catch (ExecutionException e) {
            // What came before the failure is acknowledged all the same; run() reports the failure.
            return stillOurs();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return stillOurs();
    }

    private Map<TopicPartition, OffsetAndMetadata> stillOurs() {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>(acknowledged);
        offsets.keySet().removeAll(givenUp);
        return offsets;
    }

    private synchronized void sent(Sent sent) {
        inFlight.add(sent);
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
