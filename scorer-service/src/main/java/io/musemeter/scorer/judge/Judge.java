package io.musemeter.scorer.judge;

import dev.failsafe.ExecutionContext;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.musemeter.scorer.judge.budget.Budget;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Asks a model within a budget, again where that may help, and understands its answer. A story that gets no answer while
 * others get one has none; while nobody gets one, it waits.
 */
final class Judge {
    /** More than the attempts of one repetition, so that no two calls about a story have one seed. */
    private static final int SEEDS_PER_REPETITION = 1_000;

    private final JudgeModel model;
    private final Budget budget;
    private final Patience patience;
    private final RetryPolicy<Marks> retries;
    private final Outage outage;

    Judge(JudgeModel model, Budget budget, Patience patience) {
        this.model = model;
        this.budget = budget;
        this.patience = patience;
        this.retries = RetryPolicy.<Marks>builder()
                .handleIf(failure -> failure instanceof JudgeCallException call && soonWorthRepeating(call))
                // The policy's own jitter and longest duration would cut what the provider asks for.
                .withDelayFn(context -> delay(context, (JudgeCallException) context.getLastException()))
                .withMaxAttempts(patience.attempts())
                .build();
        this.outage = new Outage(this::probe, patience);
    }

    /**
     * The outcome of asking these questions about a story; waits for a provider that answers nobody.
     *
     * @param repetition which time the story is judged, from 0
     * @throws io.musemeter.scorer.metric.NotNowException when the scorer is stopped while it waits
     */
    Judgement judge(List<Question> questions, String story, Optional<String> reference, int repetition) {
        JudgePrompt prompt = JudgePrompt.of(questions, story, reference);
        return outcome(() -> {
            for (int outages = 1; ; outages++) {
                int outlasted = outage.outlasted();
                try {
                    return repeatedly(prompt, questions, repetition);
                } catch (JudgeCallException e) {
                    // A story that meets one outage after the other is what is not answered.
                    if (!e.kind().mayBeAnOutage()
                            || outages > patience.attempts()
                            || !outage.outlast(outlasted, e.retryAfter())) {
                        throw e;
                    }
                }
            }
        });
    }

    /** The outcome of asking these questions about a story, without waiting for a provider that answers nobody. */
    Judgement ask(List<Question> questions, String story, Optional<String> reference) {
        JudgePrompt prompt = JudgePrompt.of(questions, story, reference);
        return outcome(() -> repeatedly(prompt, questions, 0));
    }

    /** Whether stories wait for a provider that answers nobody. */
    boolean waiting() {
        return outage.waiting();
    }

    /** Ends all waiting for the provider. */
    void stop() {
        outage.stop();
    }

    @FunctionalInterface
    private interface Asking {
        Marks marks() throws InterruptedException;
    }

    private static Judgement outcome(Asking asking) {
        try {
            return new Judgement.Given(asking.marks());
        } catch (BudgetExhaustedException e) {
            return new Judgement.BudgetExhausted();
        } catch (JudgeCallException e) {
            return new Judgement.NoAnswer(e.kind());
        } catch (InterruptedException e) {
            // Whoever interrupts does not believe what is said.
            Thread.currentThread().interrupt();
            return new Judgement.NoAnswer(JudgeCallException.Kind.UNAVAILABLE);
        }
    }

    private Marks repeatedly(JudgePrompt prompt, List<Question> questions, int repetition) throws InterruptedException {
        int first = repetition * SEEDS_PER_REPETITION;
        try {
            return Failsafe.with(retries).get(context -> once(prompt, questions, first + context.getAttemptCount()));
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            throw e;
        }
    }

    private Marks once(JudgePrompt prompt, List<Question> questions, int seed) throws InterruptedException {
        long most = model.mostTokens(prompt);
        Budget.Reservation reservation = budget.reserve(most).orElseThrow(BudgetExhaustedException::new);
        try {
            JudgeReply reply = model.ask(prompt, questions, seed);
            reservation.used(reply.tokensUsed() > 0 ? reply.tokensUsed() : most);
            return ReplyReader.read(reply, questions)
                    .orElseThrow(() -> new JudgeCallException(JudgeCallException.Kind.MALFORMED, Optional.empty()));
        } catch (JudgeCallException e) {
            if (!e.kind().mayBeSpent()) {
                reservation.notMade();
            }
            throw e;
        }
    }

    private Optional<JudgeCallException> probe() throws InterruptedException {
        List<Question> questions = List.of(Question.COHERENCE);
        try {
            once(JudgePrompt.of(questions, Canary.PLAIN, Optional.empty()), questions, 0);
            return Optional.empty();
        } catch (JudgeCallException e) {
            return Optional.of(e).filter(failure -> failure.kind().mayBeAnOutage());
        }
    }

    private boolean soonWorthRepeating(JudgeCallException call) {
        return call.kind().worthRepeating()
                && call.retryAfter()
                        .filter(wait -> wait.compareTo(patience.longestDelay()) > 0)
                        .isEmpty();
    }

    private Duration delay(ExecutionContext<Marks> context, JudgeCallException call) {
        return patience.delay(
                context.getAttemptCount(),
                call.retryAfter(),
                ThreadLocalRandom.current().nextDouble());
    }

    private static final class BudgetExhaustedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
