package io.musemeter.scorer.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.musemeter.scorer.judge.JudgeCallException.Kind;
import io.musemeter.scorer.metric.NotNowException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A provider that answers nobody is waited for; a story that is not answered is not. */
class OutageTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 2;
    private static final List<Question> QUESTIONS = List.of(Question.COHERENCE);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountingBudget budget = new CountingBudget(10_000);
    private final ScriptedModel model = new ScriptedModel();
    private final Judge judge = new Judge(
            model, budget, new Patience(ATTEMPTS, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(5)));

    @AfterEach
    void stop() {
        judge.stop();
        threads.shutdownNow();
    }

    @Test
    void storiesWaitForAProviderThatAnswersNobodyAndAreJudgedThen() throws Exception {
        model.failure = story -> Optional.of(new JudgeCallException(Kind.UNAVAILABLE, Optional.empty()));
        List<Future<Judgement>> judgements = new ArrayList<>();
        for (int story = 0; story < 5; story++) {
            String text = "story " + story;
            judgements.add(threads.submit(() -> judge.judge(QUESTIONS, text, Optional.empty(), 0)));
        }
        await().atMost(LONGEST).until(() -> judge.waiting() && model.asked.size() > 5 * ATTEMPTS + 10);

        model.failure = story -> Optional.empty();

        for (Future<Judgement> judgement : judgements) {
            assertThat(judgement.get()).isInstanceOf(Judgement.Given.class);
        }
        assertThat(judge.waiting()).isFalse();
    }

    @Test
    void whileNobodyIsAnsweredOnlyAHarmlessTextIsAskedAbout() {
        model.failure = story -> Optional.of(new JudgeCallException(Kind.UNREACHABLE, Optional.empty()));
        Future<?> unused = threads.submit(() -> judge.judge(QUESTIONS, "the story", Optional.empty(), 0));

        await().atMost(LONGEST).until(() -> model.asked.size() > ATTEMPTS + 10);

        assertThat(model.asked.stream().filter(material -> material.contains("the story")))
                .hasSize(ATTEMPTS);
        assertThat(budget.used).hasValue(0);
    }

    @Test
    void aStoryThatIsNotAnsweredWhileOthersAreHasNoAnswer() {
        model.failure = story -> story.contains("poison")
                ? Optional.of(new JudgeCallException(Kind.TIMED_OUT, Optional.empty()))
                : Optional.empty();

        Judgement judgement = judge.judge(QUESTIONS, "poison", Optional.empty(), 0);

        assertThat(judgement).isEqualTo(new Judgement.NoAnswer(Kind.TIMED_OUT));
        assertThat(model.asked).hasSize(ATTEMPTS + 1);
    }

    @Test
    void aLongRetryAfterIsWaitedForAndTheStoryJudgedThen() {
        model.failure = story -> model.asked.size() > 1
                ? Optional.empty()
                : Optional.of(new JudgeCallException(Kind.RATE_LIMITED, Optional.of(Duration.ofMillis(50))));
        long start = System.nanoTime();

        Judgement judgement = judge.judge(QUESTIONS, "story", Optional.empty(), 0);

        assertThat(judgement).isInstanceOf(Judgement.Given.class);
        assertThat(System.nanoTime() - start)
                .isGreaterThanOrEqualTo(Duration.ofMillis(50).toNanos());
        // The story, the harmless text when the time had come, the story.
        assertThat(model.asked).hasSize(3);
    }

    @Test
    void aRefusalIsTheStorysAndNotWaitedFor() {
        model.failure = story -> Optional.of(new JudgeCallException(Kind.REFUSED, Optional.empty()));

        assertThat(judge.judge(QUESTIONS, "story", Optional.empty(), 0))
                .isEqualTo(new Judgement.NoAnswer(Kind.REFUSED));
    }

    @Test
    void aStopEndsTheWaitWithoutAScore() {
        model.failure =
                story -> Optional.of(new JudgeCallException(Kind.RATE_LIMITED, Optional.of(Duration.ofHours(9))));
        Future<Judgement> waiting = threads.submit(() -> judge.judge(QUESTIONS, "story", Optional.empty(), 0));
        await().atMost(LONGEST).until(judge::waiting);

        judge.stop();

        assertThatThrownBy(waiting::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(NotNowException.class);
    }

    @Test
    void aBudgetThatRunsOutDuringAnOutageIsSaidToBeSo() {
        budget.left.set(ATTEMPTS + 1);
        model.failure = story -> Optional.of(new JudgeCallException(Kind.UNAVAILABLE, Optional.empty()));

        assertThat(judge.judge(QUESTIONS, "story", Optional.empty(), 0)).isEqualTo(new Judgement.BudgetExhausted());
    }

    /** Answers 3, or fails as it is told to. */
    private static final class ScriptedModel implements JudgeModel {
        final List<String> asked = new CopyOnWriteArrayList<>();
        volatile Function<String, Optional<JudgeCallException>> failure = story -> Optional.empty();

        @Override
        public String name() {
            return "scripted";
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
            asked.add(prompt.material());
            failure.apply(prompt.material()).ifPresent(thrown -> {
                throw thrown;
            });
            return new JudgeReply("{\"coherence\": 3}", List.of(), 1);
        }
    }
}
