package io.musemeter.generator.retry;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits between tries: what was asked for, else a random time below a bound that doubles (full jitter), neither beyond the
 * longest wait.
 *
 * @param first bound of the first wait
 * @param longest no wait is longer
 */
public record Waits(Duration first, Duration longest) {
    private static final int MOST_DOUBLED = 20;

    /**
     * The wait after a try that failed.
     *
     * @param tries failed tries before it, at least 0
     * @param asked what the other side asked for by Retry-After
     */
    public Duration after(int tries, Optional<Duration> asked) {
        if (asked.isPresent()) {
            return asked.get().compareTo(longest) < 0 ? asked.get() : longest;
        }
        long bound = Math.min(longest.toMillis(), first.toMillis() << Math.min(tries, MOST_DOUBLED));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(bound + 1));
    }
}
