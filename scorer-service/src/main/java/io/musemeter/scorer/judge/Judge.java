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

/** Asks a model within a budget, again where that may help, and understands its answer. */
final class Judge {
    private final JudgeModel model;
    private final Budget budget;
    private final Patience patience;
    private final RetryPolicy<Marks> retries;

    Judge(JudgeModel model, Budget budget, Patience patience) {
        this.model = model;
        this.budget = budget;
        this.patience = patience;
        this.retries = RetryPolicy.<Marks>builder()
                .handleIf(failure -> failure instanceof JudgeCallException call
                        && call.kind().worthRepeating())
                // The policy's own jitter and longest duration would cut what the provider asks for.
                .withDelayFn(context -> delay(context, (JudgeCallException) context.getLastException()))
                .withMaxAttempts(patience.attempts())
                .build();
    }

    /** The outcome of asking these questions about a story. */
    Judgement judge(List<Question> questions, String story, Optional<String> reference) {
        JudgePrompt prompt = JudgePrompt.of(questions, story, reference);
        try {
            return new Judgement.Given(Failsafe.with(retries).get(context -> inTime(context, prompt, questions)));
        } catch (BudgetExhaustedException e) {
            return new Judgement.BudgetExhausted();
        } catch (JudgeCallException e) {
            return new Judgement.NoAnswer(e.kind());
        } catch (GaveUpException e) {
            return new Judgement.NoAnswer(e.kind);
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            return new Judgement.NoAnswer(JudgeCallException.Kind.UNAVAILABLE);
        }
    }

    private Marks once(JudgePrompt prompt, List<Question> questions) throws InterruptedException {
        long most = model.mostTokens(prompt);
        Budget.Reservation reservation = budget.reserve(most).orElseThrow(BudgetExhaustedException::new);
        try {
            JudgeReply reply = model.ask(prompt, questions);
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

    /** Gives up at once when the wait that would follow does not end in time. */
    private Marks inTime(ExecutionContext<Marks> context, JudgePrompt prompt, List<Question> questions)
            throws InterruptedException {
        try {
            return once(prompt, questions);
        } catch (JudgeCallException e) {
            Duration left = patience.longest().minus(context.getElapsedTime());
            if (e.retryAfter().orElse(Duration.ZERO).compareTo(left) > 0) {
                throw new GaveUpException(e.kind());
            }
            throw e;
        }
    }

    private Duration delay(ExecutionContext<Marks> context, JudgeCallException call) {
        return patience.delay(
                context.getAttemptCount(),
                call.retryAfter(),
                ThreadLocalRandom.current().nextDouble());
    }

    private static final class GaveUpException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final JudgeCallException.Kind kind;

        GaveUpException(JudgeCallException.Kind kind) {
            super(kind.code());
            this.kind = kind;
        }
    }

    private static final class BudgetExhaustedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
