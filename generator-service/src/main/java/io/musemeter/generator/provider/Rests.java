package io.musemeter.generator.provider;

import io.musemeter.generator.writer.NotAsked;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Until when a provider is left alone: since it asked for it, or since its circuit opened, each time twice as long as the
 * time before until it answers again.
 */
final class Rests {
    private static final Duration LONGEST_CIRCUIT = Duration.ofMinutes(15);
    /** A header that asks for more is a mistake; it can be asked again the next day. */
    private static final Duration LONGEST_ASKED = Duration.ofDays(1);

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final int MOST_DOUBLED = 20;

    private final Clock clock;
    private final Duration first;
    private Instant asked = Instant.EPOCH;
    private Instant circuit = Instant.EPOCH;
    private int openings;

    /** @param first rest when the circuit opens for the first time */
    Rests(Clock clock, Duration first) {
        this.clock = clock;
        this.first = first;
    }

    /** The provider asked to be left alone for so long. */
    synchronized void askedFor(Duration wait) {
        Instant until = clock.instant().plus(wait.compareTo(LONGEST_ASKED) < 0 ? wait : LONGEST_ASKED);
        asked = until.isAfter(asked) ? until : asked;
    }

    /** The circuit opened, tries again, or closed. */
    synchronized void circuit(CircuitBreakerState state) {
        if (state == CircuitBreakerState.OPEN) {
            long doubled = first.toMillis() << Math.min(openings++, MOST_DOUBLED);
            long longest = Math.max(first.toMillis(), LONGEST_CIRCUIT.toMillis());
            circuit = clock.instant().plusMillis(Math.min(doubled, longest));
        } else if (state == CircuitBreakerState.CLOSED) {
            openings = 0;
        }
    }

    /** The rest that is not over yet, if there is one. */
    synchronized Optional<NotAsked> now() {
        boolean longer = asked.isAfter(circuit);
        Instant until = longer ? asked : circuit;
        return until.isAfter(clock.instant())
                ? Optional.of(new NotAsked(until, longer ? NotAsked.Why.ASKED_TO_WAIT : NotAsked.Why.CIRCUIT_OPEN))
                : Optional.empty();
    }

    /** The rest after the circuit kept a try back. */
    NotAsked circuitOpen() {
        return now().orElseGet(() -> new NotAsked(clock.instant().plus(SHORTEST), NotAsked.Why.CIRCUIT_OPEN));
    }
}
