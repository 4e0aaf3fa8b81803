package io.musemeter.generator.provider;

import io.musemeter.generator.retry.Waits;
import io.musemeter.modelclient.RefusedException;
import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import java.time.Duration;
import java.util.Optional;

/** Waits between the tries of one request. */
final class Backoff implements CustomBackoffStrategy {
    private final Waits waits;
    private int tries;

    Backoff(Waits waits) {
        this.waits = waits;
    }

    @Override
    public long nextDelayInMillis(Throwable failure) {
        Optional<Duration> asked =
                failure instanceof RefusedException refused ? refused.retryAfter() : Optional.empty();
        return waits.after(tries++, asked).toMillis();
    }
}
