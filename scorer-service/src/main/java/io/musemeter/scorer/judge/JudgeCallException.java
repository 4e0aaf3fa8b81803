package io.musemeter.scorer.judge;

import java.time.Duration;
import java.util.Optional;

/** A call to a judge that gave no answer. Carries no text of the provider. */
public final class JudgeCallException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What is known of a call without an answer. */
    public enum Kind {
        /** Refused for load: not carried out. */
        RATE_LIMITED("judge_rate_limited", true, false, true),
        /** Refused for what it is: wrong key, unknown model, a setting not taken. */
        REFUSED("judge_refused", false, false, false),
        /** Could not be reached: certainly not carried out. */
        UNREACHABLE("judge_unreachable", true, false, true),
        /** Failed at the provider, or on the way: whether it was carried out, and paid for, is unknown. */
        UNAVAILABLE("judge_unavailable", true, true, true),
        /** Did not answer in time: most likely carried out. */
        TIMED_OUT("judge_timeout", true, true, true),
        /** Answered, but not in the form asked for. */
        MALFORMED("judge_malformed", true, true, false);

        private final String code;
        private final boolean worthRepeating;
        private final boolean mayBeSpent;
        private final boolean mayBeAnOutage;

        Kind(String code, boolean worthRepeating, boolean mayBeSpent, boolean mayBeAnOutage) {
            this.code = code;
            this.worthRepeating = worthRepeating;
            this.mayBeSpent = mayBeSpent;
            this.mayBeAnOutage = mayBeAnOutage;
        }

        /** The code of the failed score. */
        public String code() {
            return code;
        }

        /** Whether asking again may help. */
        public boolean worthRepeating() {
            return worthRepeating;
        }

        /** Whether the call may have been carried out and must stay paid for. */
        public boolean mayBeSpent() {
            return mayBeSpent;
        }

        /** Whether every other story may get no answer either. */
        public boolean mayBeAnOutage() {
            return mayBeAnOutage;
        }
    }

    private final Kind kind;
    private final Optional<Duration> retryAfter;

    /** @param retryAfter how long the provider asks to wait, when it says */
    public JudgeCallException(Kind kind, Optional<Duration> retryAfter) {
        super(kind.code());
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /** What is known. */
    public Kind kind() {
        return kind;
    }

    /** How long the provider asks to wait. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
