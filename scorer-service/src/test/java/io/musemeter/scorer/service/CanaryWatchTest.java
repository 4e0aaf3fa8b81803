package io.musemeter.scorer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.musemeter.scorer.judge.Canary;
import io.musemeter.scorer.judge.JudgeCallException;
import io.musemeter.scorer.judge.JudgeFamily;
import io.musemeter.scorer.judge.JudgeModel;
import io.musemeter.scorer.judge.JudgePrompt;
import io.musemeter.scorer.judge.JudgeReply;
import io.musemeter.scorer.judge.JudgeSample;
import io.musemeter.scorer.judge.Patience;
import io.musemeter.scorer.judge.Question;
import io.musemeter.scorer.judge.budget.Budget;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stories of known marks reveal a judge that drifts. */
class CanaryWatchTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String PLAIN = Canary.ALL.get(0).story();

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ChangingJudge judge = new ChangingJudge();
    private final CanaryWatch watch = new CanaryWatch(
            new JudgeFamily(
                    judge,
                    mostTokens -> Optional.of(new Free()),
                    new Patience(1, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(2)),
                    new JudgeSample(1),
                    1),
            Duration.ofMillis(20),
            registry);
    private final Thread thread = new Thread(watch);

    @AfterEach
    void stop() throws InterruptedException {
        watch.stop();
        thread.join(LONGEST.toMillis());
    }

    @Test
    void aFitJudgeMissesNothing() {
        thread.start();

        await().atMost(LONGEST).until(() -> miss() == 0);
        assertThat(drifts()).isZero();
    }

    @Test
    void aJudgeThatBecomesGenerousIsFoundOut() {
        thread.start();
        await().atMost(LONGEST).until(() -> miss() == 0);

        judge.marks = story -> 5;

        // Salad is to get 2 at most.
        await().atMost(LONGEST).until(() -> miss() == 3);
        await().atMost(LONGEST).until(() -> drifts() > 0);
    }

    @Test
    void aJudgeThatDoesNotAnswerIsNotTakenForADriftingOne() {
        judge.marks = story -> {
            throw new JudgeCallException(JudgeCallException.Kind.REFUSED, Optional.empty());
        };
        thread.start();

        await().atMost(LONGEST).until(() -> judge.asked > 4);
        assertThat(miss()).isNaN();
        assertThat(drifts()).isZero();
    }

    private double miss() {
        return registry.get("musemeter.scorer.judge.canary.miss").gauge().value();
    }

    private double drifts() {
        return registry.get("musemeter.scorer.judge.canary.drifts").counter().count();
    }

    /** Gives every question the same mark, by the story; at first the right one. */
    private static final class ChangingJudge implements JudgeModel {
        volatile Function<String, Integer> marks = story -> story.contains(PLAIN) ? 5 : 1;
        volatile int asked;

        @Override
        public String name() {
            return "changing";
        }

        @Override
        public String configurationHash() {
            return "none";
        }

        @Override
        public long mostTokens(JudgePrompt prompt) {
            return 1;
        }

        @Override
        public JudgeReply ask(JudgePrompt prompt, List<Question> questions, int seed) {
            asked = asked + 1;
            int mark = marks.apply(prompt.material());
            return new JudgeReply("{\"cohesion\": " + mark + ", \"coherence\": " + mark + "}", List.of(), 1);
        }
    }

    private static final class Free implements Budget.Reservation {
        @Override
        public void used(long tokens) {}

        @Override
        public void notMade() {}
    }
}
