package io.musemeter.scorer.judge;

import java.time.Duration;

/**
 * How long a judge is asked again.
 *
 * @param attempts greatest number of calls for one judgement; at least 1
 * @param firstDelay wait after the first failure, doubled after each; a provider's Retry-After goes before it
 * @param longestDelay longest such wait
 * @param longest time after which no further attempt is made
 */
public record Patience(int attempts, Duration firstDelay, Duration longestDelay, Duration longest) {
    /** @throws IllegalArgumentException when there is no attempt */
    public Patience {
        if (attempts < 1) {
            throw new IllegalArgumentException("musemeter.scorer.judge.attempts: must be at least 1");
        }
    }
}
