package io.musemeter.scorer.service.provider;

import io.musemeter.modelclient.Failures;
import io.musemeter.modelclient.RefusedException;
import io.musemeter.scorer.judge.JudgeCallException;
import io.musemeter.scorer.judge.JudgeCallException.Kind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** What a failed call means for the judgement. */
final class JudgeFailures {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int REQUEST_TIMEOUT = 408;

    private JudgeFailures() {}

    static JudgeCallException meaning(Throwable failure) {
        return Failures.refusal(failure)
                .map(JudgeFailures::meaning)
                .orElseGet(() -> new JudgeCallException(kind(failure), Optional.empty()));
    }

    private static JudgeCallException meaning(RefusedException refused) {
        if (refused.status() == TOO_MANY_REQUESTS) {
            return new JudgeCallException(Kind.RATE_LIMITED, refused.retryAfter());
        }
        return refused.unavailable() || refused.status() == REQUEST_TIMEOUT
                ? new JudgeCallException(Kind.UNAVAILABLE, refused.retryAfter())
                : new JudgeCallException(Kind.REFUSED, Optional.empty());
    }

    private static Kind kind(Throwable failure) {
        if (Failures.within(failure, List.of(AnswerTooLongException.class))) {
            return Kind.MALFORMED;
        }
        if (Failures.unreachable(failure)) {
            return Kind.UNREACHABLE;
        }
        if (Failures.within(failure, List.of(TimeoutException.class))) {
            return Kind.TIMED_OUT;
        }
        return Failures.disconnected(failure) ? Kind.UNAVAILABLE : Kind.MALFORMED;
    }
}
