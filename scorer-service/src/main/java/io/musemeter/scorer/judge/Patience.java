package io.musemeter.scorer.judge;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a judge is asked again.
 *
 * @param attempts greatest number of calls for one judgement; at least 1
 * @param firstDelay wait after the first failure, doubled after each; a provider's Retry-After goes before it
 * @param longestDelay longest such wait
 * @param longest time after which no further attempt is made
 */
public record Patience(int attempts, Duration firstDelay, Duration longestDelay, Duration longest) {
    /** Own waits are longer by up to this share, so that those who failed together do not come back together. */
    private static final double JITTER = 0.3;

    /** @throws IllegalArgumentException when there is no attempt */
    public Patience {
        if (attempts < 1) {
            throw new IllegalArgumentException("musemeter.scorer.judge.attempts: must be at least 1");
        }
    }

    /**
     * How long to wait after a failed attempt: what the provider asks for, no less and no more; else a wait of our own.
     *
     * @param failed attempts that failed so far; at least 1
     * @param asked the provider's Retry-After
     * @param random in [0, 1), spreads our own waits
     */
    Duration delay(int failed, Optional<Duration> asked, double random) {
        return asked.orElseGet(() -> {
            double doubled = firstDelay.toMillis() * Math.pow(2, failed - 1);
            double bounded = Math.min(doubled, longestDelay.toMillis());
            return Duration.ofMillis((long) (bounded * (1 + JITTER * random)));
        });
    }
}
