package io.musemeter.scorer.service;

import io.musemeter.events.EventJson;
import io.musemeter.events.InvalidEventException;
import io.musemeter.scorer.judge.budget.Budget;
import io.musemeter.scorer.judge.budget.Ledger;
import io.musemeter.scorer.judge.budget.LedgerEntry;
import io.musemeter.scorer.metric.NotNowException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * A budget that all instances share and that survives them: the ledger is a topic of one partition, and its order decides.
 * An instance writes what it asks for, reads the topic up to there, and knows whether it was granted. Once refused it writes
 * no further question that would be refused as well, so that the topic stays as small as the budget.
 */
final class KafkaBudget implements Budget, Runnable {
    private static final Logger LOG = Logger.getLogger(KafkaBudget.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration RETRY = Duration.ofSeconds(1);

    /**
     * What a day allows.
     *
     * @param calls most calls
     * @param tokens most tokens
     */
    record Limits(long calls, long tokens) {}

    private final String topic;
    private final Supplier<Consumer<byte[], byte[]>> readers;
    private final Producer<byte[], byte[]> producer;
    private final Limits limits;
    private final Clock clock;
    private final Duration longestAnswer;
    private final Ledger ledger = new Ledger();
    private final Map<String, CompletableFuture<Boolean>> waiting = new ConcurrentHashMap<>();
    /** Our latest question that was refused, until something is given back: whoever asks for as much need not write. */
    private volatile Optional<LedgerEntry.Asked> refused = Optional.empty();

    private final CountDownLatch stopping = new CountDownLatch(1);
    private long next;

    /**
     * @param readers makes consumers without a group
     * @param longestAnswer how long Kafka may take to write a question, and again to deliver it
     */
    KafkaBudget(
            String topic,
            Supplier<Consumer<byte[], byte[]>> readers,
            Producer<byte[], byte[]> producer,
            Limits limits,
            Clock clock,
            Duration longestAnswer) {
        this.longestAnswer = longestAnswer;
        this.topic = topic;
        this.readers = readers;
        this.producer = producer;
        this.limits = limits;
        this.clock = clock;
    }

    /** @throws NotNowException when Kafka does not answer */
    @Override
    public Optional<Reservation> reserve(long mostTokens) throws InterruptedException {
        String id = UUID.randomUUID().toString();
        LocalDate day = LocalDate.now(clock);
        if (refused.filter(last -> last.day().equals(day) && last.tokens() <= mostTokens)
                .isPresent()) {
            return Optional.empty();
        }
        CompletableFuture<Boolean> granted = new CompletableFuture<>();
        waiting.put(id, granted);
        try {
            send(new LedgerEntry.Asked(id, day, mostTokens, limits.calls(), limits.tokens()))
                    .get(longestAnswer.toMillis(), TimeUnit.MILLISECONDS);
            boolean answer = granted.get(longestAnswer.toMillis(), TimeUnit.MILLISECONDS);
            return answer ? Optional.of(new Held(id, day)) : Optional.empty();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new NotNowException("the ledger of the judge's budget does not answer", e);
        } finally {
            waiting.remove(id);
        }
    }

    /** Calls and tokens spent or set aside today. */
    Limits spent() {
        LocalDate today = LocalDate.now(clock);
        synchronized (ledger) {
            return new Limits(ledger.calls(today), ledger.tokens(today));
        }
    }

    @Override
    public void run() {
        boolean lost = false;
        while (!stopped()) {
            try (Consumer<byte[], byte[]> consumer = readers.get()) {
                TopicPartition partition = new TopicPartition(topic, 0);
                consumer.assign(List.of(partition));
                consumer.seek(partition, next);
                while (!stopped()) {
                    consumer.poll(POLL).forEach(this::enter);
                    lost = false;
                }
            } catch (KafkaException e) {
                if (!lost) {
                    LOG.warnf(
                            "the ledger of the judge's budget cannot be read, trying again: %s",
                            e.getClass().getSimpleName());
                }
                lost = true;
                pause();
            }
        }
    }

    /** Makes {@link #run} end soon. */
    void stop() {
        stopping.countDown();
    }

    private boolean stopped() {
        return stopping.getCount() == 0;
    }

    private void pause() {
        try {
            boolean unused = stopping.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
        }
    }

    private void enter(ConsumerRecord<byte[], byte[]> message) {
        next = message.offset() + 1;
        try {
            LedgerEntry entry = EventJson.read(message.value(), LedgerEntry.class);
            boolean granted;
            synchronized (ledger) {
                granted = ledger.enter(entry);
            }
            CompletableFuture<Boolean> ours = waiting.get(entry.id());
            remember(entry, granted, ours != null);
            if (ours != null) {
                ours.complete(granted);
            }
        } catch (InvalidEventException e) {
            LOG.warnf("entry %d of the judge's budget is none: %s", message.offset(), e.getMessage());
        }
    }

    private void remember(LedgerEntry entry, boolean granted, boolean ours) {
        if (entry instanceof LedgerEntry.Asked asked) {
            // Others may be configured with other limits.
            refused = ours && !granted ? Optional.of(asked) : refused;
        } else {
            refused = Optional.empty();
        }
    }

    private Future<RecordMetadata> send(LedgerEntry entry) {
        return producer.send(
                new ProducerRecord<>(topic, 0, entry.id().getBytes(StandardCharsets.UTF_8), EventJson.write(entry)));
    }

    private final class Held implements Reservation {
        private final String id;
        private final LocalDate day;

        Held(String id, LocalDate day) {
            this.id = id;
            this.day = day;
        }

        @Override
        public void used(long tokens) {
            settle(new LedgerEntry.Settled(id, day, 1, tokens));
        }

        @Override
        public void notMade() {
            settle(new LedgerEntry.Settled(id, day, 0, 0));
        }

        /** A settlement that is lost leaves the worst case spent. */
        private void settle(LedgerEntry entry) {
            Future<RecordMetadata> unused = send(entry);
        }
    }
}
