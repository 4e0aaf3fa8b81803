package io.musemeter.generator.sweep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a sweep waits for, while it waits. */
final class Waiting {
    /** The clock is looked at again this often: setting it lengthens no wait. */
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

    private final Clock clock;
    private volatile @Nullable Hold hold;

    /**
     * Why a sweep waits.
     *
     * @param until when it goes on
     * @param reason what it waits for
     */
    record Hold(Instant until, String reason) {}

    Waiting(Clock clock) {
        this.clock = clock;
    }

    Optional<Hold> hold() {
        return Optional.ofNullable(hold);
    }

    void until(Instant until, String reason) throws InterruptedException {
        hold = new Hold(until, reason);
        try {
            for (Duration left = Duration.between(clock.instant(), until);
                    !left.isNegative();
                    left = Duration.between(clock.instant(), until)) {
                Thread.sleep(Math.min(left.toMillis() + 1, LONGEST_SLEEP.toMillis()));
            }
        } finally {
            hold = null;
        }
    }
}
