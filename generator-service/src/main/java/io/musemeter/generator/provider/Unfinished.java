package io.musemeter.generator.provider;

import io.musemeter.events.NotWrittenReason;
import io.musemeter.events.Sampler;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tries of the request that was made last, over the rests in between. Without them a request at which the provider
 * always fails would hold up a sweep for ever.
 */
final class Unfinished {
    private final int most;
    private @Nullable Sampler last;
    private NotWrittenReason reason = NotWrittenReason.PROVIDER_ERROR;
    private int tries;

    /** @param most tries of one request, at least 1 */
    Unfinished(int most) {
        this.most = most;
    }

    /** A try of this request failed. */
    synchronized void tried(Sampler sampler, NotWrittenReason failed) {
        tries = sampler.equals(last) ? tries + 1 : 1;
        last = sampler;
        reason = failed;
    }

    /** Why the request failed, when it had all its tries; it is then forgotten. */
    synchronized Optional<NotWrittenReason> whenTriedOut(Sampler sampler) {
        if (!sampler.equals(last) || tries < most) {
            return Optional.empty();
        }
        forget();
        return Optional.of(reason);
    }

    /** A request ended. */
    synchronized void forget() {
        last = null;
        tries = 0;
    }
}
