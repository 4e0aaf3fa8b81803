package io.musemeter.scorer.judge;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a judge is asked again.
 *
 * @param attempts greatest number of calls for one judgement while others are answered; at least 1
 * @param firstDelay wait after the first failure, doubled after each; a provider's Retry-After goes before it
 * @param longestDelay longest such wait; a Retry-After beyond it is an outage
 * @param longestPause longest wait between two calls while nobody is answered
 */
public record Patience(int attempts, Duration firstDelay, Duration longestDelay, Duration longestPause) {
    /** Own waits are longer by up to this share, so that those who failed together do not come back together. */
    private static final double JITTER = 0.3;
    /** A Retry-After beyond this is taken for a mistake: the provider is asked anew, once. */
    private static final Duration LONGEST_ASKED = Duration.ofDays(1);

    /** @throws IllegalArgumentException when there is no attempt */
    public Patience {
        if (attempts < 1) {
            throw new IllegalArgumentException("musemeter.scorer.judge.attempts: must be at least 1");
        }
    }

    /**
     * How long to wait after a failed attempt: what the provider asks for, no less and up to a day no more; else a wait of
     * our own.
     *
     * @param failed attempts that failed so far; at least 1
     * @param asked the provider's Retry-After
     * @param random in [0, 1), spreads our own waits
     */
    Duration delay(int failed, Optional<Duration> asked, double random) {
        return wait(failed, asked, longestDelay, random);
    }

    /** As {@link #delay}, between calls to a provider that answers nobody. */
    Duration pause(int failed, Optional<Duration> asked, double random) {
        return wait(failed, asked, longestPause, random);
    }

    private Duration wait(int failed, Optional<Duration> asked, Duration longest, double random) {
        if (asked.isPresent()) {
            return asked.get().compareTo(LONGEST_ASKED) < 0 ? asked.get() : LONGEST_ASKED;
        }
        double doubled = firstDelay.toMillis() * Math.pow(2, failed - 1);
        return Duration.ofMillis((long) (Math.min(doubled, longest.toMillis()) * (1 + JITTER * random)));
    }
}
