package io.musemeter.scorer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.musemeter.events.Exemplar;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.kafka.testing.TestKafka;
import io.musemeter.scorer.TestStories;
import io.musemeter.scorer.judge.StubProvider;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a service that stops does with the story in hand. */
@QuarkusTest
@QuarkusTestResource(BrokerForQuarkus.class)
class StoppingTest {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch stopping = new CountDownLatch(1);
    private TestKafka broker;
    private Topics topics;
    private StubProvider provider;

    @BeforeEach
    void start() {
        broker = TestKafka.start();
        topics = new Topics(broker.bootstrapServers());
    }

    @AfterEach
    void stop() {
        stopping.countDown();
        provider.close();
        topics.close();
        broker.close();
    }

    @Test
    void aStoryInHandIsJudgedToItsEndAlthoughThatTakesTheBudgetOnceMore() throws InterruptedException {
        StubProvider.Behaviour alone = StubProvider.content("{\"cohesion\": 4, \"coherence\": 2}");
        // By then whatever stops first has stopped.
        StubProvider.Behaviour later = StubProvider.after(Duration.ofSeconds(1), alone);
        provider = new StubProvider(
                exchange -> {
                    asked.countDown();
                    awaitStop();
                    later.answer(exchange);
                },
                StubProvider.content("{\"novelty\": 1, \"typicality\": 5}"));
        Exemplar exemplar = Exemplar.of("A fox slept.", Exemplar.Origin.CONFIGURED, Instant.now());
        topics.write(exemplar);
        topics.write(TestStories.written("in-hand", "A fox ran.", exemplar.exemplarHash()));
        String[] settings = {
            "families", "judge",
            "judge.base-url", provider.baseUrl(),
            "judge.model", "stub",
            "judge.canary-interval", "0s"
        };
        ScorerService service = new ScorerService(
                TestConfig.with(settings), TestConfig.judge(settings), topics.kafka(), new SimpleMeterRegistry());
        service.start();
        assertThat(asked.await(LONGEST.toMillis(), TimeUnit.MILLISECONDS)).isTrue();

        Thread closing = new Thread(service::close);
        closing.start();
        await().atMost(LONGEST).until(() -> closing.getState() == Thread.State.TIMED_WAITING);
        stopping.countDown();
        closing.join(LONGEST.toMillis());

        assertThat(topics.scores("in-hand"))
                .filteredOn(score -> score.series().metric().equals("judged_novelty"))
                .singleElement()
                .satisfies(score -> assertThat(score.outcome()).isEqualTo(new ScoreOutcome.Scored(1)));
    }

    private void awaitStop() {
        try {
            stopping.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
