package io.musemeter.scorer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.musemeter.scorer.judge.Canary;
import io.musemeter.scorer.judge.CanaryRound;
import io.musemeter.scorer.judge.JudgeCallException;
import io.musemeter.scorer.judge.JudgeFamily;
import io.musemeter.scorer.judge.JudgeModel;
import io.musemeter.scorer.judge.JudgePrompt;
import io.musemeter.scorer.judge.JudgeReply;
import io.musemeter.scorer.judge.JudgeSample;
import io.musemeter.scorer.judge.Patience;
import io.musemeter.scorer.judge.Question;
import io.musemeter.scorer.judge.budget.Budget;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stories of known marks reveal a judge that drifts. */
class CanaryWatchTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ChangingJudge judge = new ChangingJudge();
    private final AtomicBoolean owner = new AtomicBoolean(true);
    private final CanaryWatch watch = new CanaryWatch(
            new JudgeFamily(
                    judge,
                    mostTokens -> Optional.of(new Free()),
                    new Patience(1, Duration.ofMillis(1), Duration.ofMillis(2), Duration.ofMillis(2)),
                    new JudgeSample(1),
                    1),
            owner::get,
            Duration.ofMillis(20),
            Clock.systemUTC(),
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

        await().atMost(LONGEST).until(() -> canary("miss") == 0);
        assertThat(canary("shift")).isZero();
        assertThat(drifts()).isZero();
        assertThat(canary("answered.timestamp")).isPositive();
    }

    @Test
    void aRoundAsksAboutEachTextOnce() {
        List<String> asked = new ArrayList<>();

        CanaryRound.of(Canary.ALL, (story, reference) -> {
            asked.add(story + reference);
            return Optional.empty();
        });

        // As many as the setting's description says.
        assertThat(asked).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void aJudgeThatGivesEverythingTheBestMarkIsFoundOut() {
        thread.start();
        await().atMost(LONGEST).until(() -> canary("miss") == 0);

        judge.marks = canary -> 5;

        // Salad is to get 2 at most.
        await().atMost(LONGEST).until(() -> canary("miss") == 3);
        await().atMost(LONGEST).until(() -> drifts() > 0);
    }

    @Test
    void aJudgeThatMovesByOneMarkWithinAllRangesIsFoundOut() {
        thread.start();
        await().atMost(LONGEST).until(() -> canary("miss") == 0);

        judge.marks = canary -> ChangingJudge.fit(canary) + 1;

        await().atMost(LONGEST).until(() -> canary("shift") == 1);
        assertThat(canary("miss")).isZero();
        await().atMost(LONGEST).until(() -> drifts() > 0);
    }

    @Test
    void eachCanaryHasItsMarkByQuestion() {
        thread.start();

        await().atMost(LONGEST).until(() -> mark("unrelated", "novelty") == 4);
        assertThat(mark("copy", "novelty")).isEqualTo(1);
        assertThat(mark("begging", "coherence")).isEqualTo(1);
    }

    @Test
    void aJudgeThatFallsSilentIsNotTakenForADriftingOneNorForAFitOne() {
        thread.start();
        await().atMost(LONGEST).until(() -> canary("miss") == 0);

        judge.marks = canary -> {
            throw new JudgeCallException(JudgeCallException.Kind.REFUSED, Optional.empty());
        };

        await().atMost(LONGEST).until(() -> Double.isNaN(canary("miss")));
        assertThat(mark("plain", "coherence")).isNaN();
        assertThat(drifts()).isZero();
    }

    @Test
    void onlyOneInstanceAsks() {
        owner.set(false);
        thread.start();

        owner.set(true);
        await().atMost(LONGEST).until(() -> canary("miss") == 0);
        owner.set(false);
        await().atMost(LONGEST).until(() -> Double.isNaN(canary("miss")));
        int asked = judge.asked;
        owner.set(true);
        await().atMost(LONGEST).until(() -> canary("miss") == 0);

        assertThat(judge.asked).isGreaterThan(asked);
        assertThat(drifts()).isZero();
    }

    @Test
    void anotherModelBehindTheSameNameIsCounted() {
        AnsweringModels models = new AnsweringModels(registry);

        List.of("a-1", "a-1", "a-2\n<script>", "a-2\n<script>").forEach(models::answeredBy);

        assertThat(registry.get("musemeter.scorer.judge.model.changes")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    private double canary(String figure) {
        return registry.get("musemeter.scorer.judge.canary." + figure).gauge().value();
    }

    private double mark(String name, String question) {
        return registry.get("musemeter.scorer.judge.canary.mark")
                .tags("canary", name, "question", question)
                .gauge()
                .value();
    }

    private double drifts() {
        return registry.get("musemeter.scorer.judge.canary.drifts").counter().count();
    }

    /** Knows the canaries, and gives each what it is told to; at first the least whole mark of its range. */
    private static final class ChangingJudge implements JudgeModel {
        volatile Function<Canary, Integer> marks = ChangingJudge::fit;
        volatile int asked;

        static int fit(Canary canary) {
            return (int) Math.ceil(canary.low());
        }

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
            String[] parts = prompt.material().split("BEGIN STORY ");
            String story = parts[parts.length - 1];
            return new JudgeReply(
                    questions.stream()
                            .map(question -> "\"" + question.field() + "\": " + marks.apply(canary(story, question)))
                            .collect(Collectors.joining(", ", "{", "}")),
                    List.of(),
                    1);
        }

        /** The longest text, for one canary is the beginning of another. */
        private static Canary canary(String story, Question question) {
            return Canary.ALL.stream()
                    .filter(canary -> canary.question() == question && story.contains(canary.story()))
                    .max(Comparator.comparingInt(canary -> canary.story().length()))
                    .orElseThrow();
        }
    }

    private static final class Free implements Budget.Reservation {
        @Override
        public void used(long tokens) {}

        @Override
        public void notMade() {}
    }
}
