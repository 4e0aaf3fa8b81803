package io.musemeter.generator.provider;

import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Waits between tries: what Retry-After asks for, else a random time below a bound that doubles (full jitter), neither
 * beyond the longest wait.
 */
final class Backoff implements CustomBackoffStrategy {
    private final Duration first;
    private final Duration longest;
    private int tries;

    Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
    }

    @Override
    public long nextDelayInMillis(Throwable failure) {
        long bound = Math.min(longest.toMillis(), first.toMillis() << Math.min(tries, 20));
        tries++;
        if (failure instanceof RefusedException refused && refused.retryAfter().isPresent()) {
            return Math.min(longest.toMillis(), refused.retryAfter().get().toMillis());
        }
        return bound == 0 ? 0 : ThreadLocalRandom.current().nextLong(bound + 1);
    }
}
