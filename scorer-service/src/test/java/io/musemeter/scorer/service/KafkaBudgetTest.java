package io.musemeter.scorer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.musemeter.events.topics.Topic;
import io.musemeter.kafka.testing.TestKafka;
import io.musemeter.scorer.judge.budget.Budget;
import io.musemeter.scorer.metric.NotNowException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One budget, several instances, a real broker. */
class KafkaBudgetTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);
    private static final KafkaBudget.Limits TEN_CALLS = new KafkaBudget.Limits(10, 1_000_000);

    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final List<KafkaBudget> budgets = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private TestKafka broker;
    private KafkaClients kafka;
    private Producer<byte[], byte[]> producer;

    @BeforeEach
    void startBroker() {
        broker = TestKafka.start();
        kafka = new KafkaClients(Map.of("bootstrap.servers", broker.bootstrapServers()));
        producer = kafka.producer();
    }

    @AfterEach
    void stopAll() throws InterruptedException {
        budgets.forEach(KafkaBudget::stop);
        threads.shutdown();
        assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        producer.close();
        broker.close();
    }

    @Test
    void instancesThatAskAtOnceShareOneBudget() throws Exception {
        List<KafkaBudget> instances = List.of(instance(), instance(), instance());
        List<Future<Boolean>> answers = new ArrayList<>();

        for (int ask = 0; ask < 30; ask++) {
            Budget budget = instances.get(ask % 3);
            answers.add(threads.submit(() -> budget.reserve(100).isPresent()));
        }

        int granted = 0;
        for (Future<Boolean> answer : answers) {
            granted += answer.get() ? 1 : 0;
        }
        assertThat(granted).isEqualTo(10);
    }

    @Test
    void aRestartFindsWhatWasSpent() throws Exception {
        KafkaBudget before = instance();
        for (int call = 0; call < 9; call++) {
            before.reserve(100).orElseThrow();
        }
        before.stop();

        KafkaBudget after = instance();

        assertThat(after.reserve(100)).isPresent();
        assertThat(after.reserve(100)).isEmpty();
        assertThat(after.spent()).isEqualTo(new KafkaBudget.Limits(10, 1_000));
    }

    @Test
    void anExhaustedBudgetIsAskedForWithoutWritingAndIsStillExhaustedAfterARestart() throws Exception {
        KafkaBudget before = instance();
        for (int call = 0; call < 10; call++) {
            before.reserve(100).orElseThrow();
        }

        for (int ask = 0; ask < 10_000; ask++) {
            assertThat(before.reserve(100)).isEmpty();
        }

        // Ten that were granted, and the first that was not.
        assertThat(entries()).isEqualTo(11);
        assertThat(instance().reserve(100)).isEmpty();
    }

    @Test
    void whatIsGivenBackIsGrantedAgain() throws Exception {
        KafkaBudget budget = instance();
        for (int call = 0; call < 9; call++) {
            budget.reserve(100).orElseThrow();
        }
        Budget.Reservation last = budget.reserve(100).orElseThrow();
        assertThat(budget.reserve(100)).isEmpty();

        last.notMade();

        await().atMost(Duration.ofSeconds(30)).until(() -> budget.reserve(100).isPresent());
    }

    @Test
    void whileTheLedgerDoesNotAnswerNothingIsSaid() {
        KafkaBudget unread = new KafkaBudget(
                Topic.JUDGE_BUDGET.topicName(), kafka::loner, producer, TEN_CALLS, NOON, Duration.ofMillis(500));

        assertThatThrownBy(() -> unread.reserve(100)).isInstanceOf(NotNowException.class);
    }

    @Test
    void aLedgerThatCannotBeReadIsNotTriedAgainAtOnce() throws Exception {
        CountDownLatch tries = new CountDownLatch(3);
        long start = System.nanoTime();

        run(new KafkaBudget(
                Topic.JUDGE_BUDGET.topicName(),
                () -> {
                    tries.countDown();
                    throw new KafkaException("refused");
                },
                producer,
                TEN_CALLS,
                NOON,
                ANSWER));

        assertThat(tries.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aLedgerThatCanBeReadAgainAnswers() throws Exception {
        AtomicBoolean refusing = new AtomicBoolean(true);
        KafkaBudget budget = run(new KafkaBudget(
                Topic.JUDGE_BUDGET.topicName(),
                () -> {
                    if (refusing.getAndSet(false)) {
                        throw new KafkaException("refused");
                    }
                    return kafka.loner();
                },
                producer,
                TEN_CALLS,
                NOON,
                ANSWER));

        assertThat(budget.reserve(100)).isPresent();
    }

    private long entries() {
        TopicPartition ledger = new TopicPartition(Topic.JUDGE_BUDGET.topicName(), 0);
        try (Consumer<byte[], byte[]> consumer = kafka.loner()) {
            return consumer.endOffsets(List.of(ledger)).getOrDefault(ledger, 0L);
        }
    }

    private KafkaBudget instance() {
        return run(new KafkaBudget(Topic.JUDGE_BUDGET.topicName(), kafka::loner, producer, TEN_CALLS, NOON, ANSWER));
    }

    private KafkaBudget run(KafkaBudget budget) {
        budgets.add(budget);
        Future<?> unused = threads.submit(budget);
        return budget;
    }
}
