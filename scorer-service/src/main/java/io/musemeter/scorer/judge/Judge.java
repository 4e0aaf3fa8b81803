package io.musemeter.scorer.judge;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.musemeter.scorer.judge.budget.Budget;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Asks a model within a budget, again where that may help, and understands its answer. */
final class Judge {
    private static final double JITTER = 0.3;

    private final JudgeModel model;
    private final Budget budget;
    private final Patience patience;
    private final RetryPolicy<Marks> retries;

    Judge(JudgeModel model, Budget budget, Patience patience) {
        this.model = model;
        this.budget = budget;
        this.patience = patience;
        this.retries = RetryPolicy.<Marks>builder()
                .handleIf(failure -> failure instanceof JudgeCallException call && worthRepeating(call))
                .withBackoff(
                        patience.firstDelay().toMillis(),
                        patience.longestDelay().toMillis(),
                        ChronoUnit.MILLIS)
                .withDelayFnOn(
                        context -> ((JudgeCallException) context.getLastException())
                                .retryAfter()
                                .orElse(Duration.ofMillis(-1)),
                        JudgeCallException.class)
                .withJitter(JITTER)
                .withMaxAttempts(patience.attempts())
                .withMaxDuration(patience.longest())
                .build();
    }

    /** The outcome of asking these questions about a story. */
    Judgement judge(List<Question> questions, String story, Optional<String> reference) {
        JudgePrompt prompt = JudgePrompt.of(questions, story, reference);
        try {
            return new Judgement.Given(Failsafe.with(retries).get(() -> once(prompt, questions)));
        } catch (BudgetExhaustedException e) {
            return new Judgement.BudgetExhausted();
        } catch (JudgeCallException e) {
            return new Judgement.NoAnswer(e.kind());
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

    private boolean worthRepeating(JudgeCallException call) {
        return call.kind().worthRepeating()
                && call.retryAfter()
                        .filter(wait -> wait.compareTo(patience.longest()) > 0)
                        .isEmpty();
    }

    private static final class BudgetExhaustedException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
