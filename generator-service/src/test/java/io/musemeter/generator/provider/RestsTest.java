package io.musemeter.generator.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.generator.writer.NotAsked;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RestsTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final Rests rests = new Rests(Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofSeconds(30));

    private static NotAsked rest(long seconds, NotAsked.Why why) {
        return new NotAsked(NOW.plusSeconds(seconds), why);
    }

    @Test
    void aProviderIsAskedUntilSomethingSaysOtherwise() {
        assertThat(rests.now()).isEmpty();
        assertThat(rests.circuitOpen()).isEqualTo(rest(1, NotAsked.Why.CIRCUIT_OPEN));
    }

    @Test
    void everyOpeningDoublesTheRestUpToAQuarterOfAnHourUntilTheCircuitCloses() {
        for (int opening = 0; opening < 40; opening++) {
            rests.circuit(CircuitBreakerState.OPEN);
            assertThat(rests.now())
                    .contains(rest(Math.min(900, 30L << Math.min(opening, 10)), NotAsked.Why.CIRCUIT_OPEN));
            rests.circuit(CircuitBreakerState.HALF_OPEN);
        }
        rests.circuit(CircuitBreakerState.CLOSED);
        rests.circuit(CircuitBreakerState.OPEN);

        assertThat(rests.now()).contains(rest(30, NotAsked.Why.CIRCUIT_OPEN));
    }

    @Test
    void theLongestOfTheRestsHoldsAndNoneIsLongerThanADay() {
        rests.askedFor(Duration.ofMinutes(2));
        rests.askedFor(Duration.ofMinutes(1));
        rests.circuit(CircuitBreakerState.OPEN);
        assertThat(rests.now()).contains(rest(120, NotAsked.Why.ASKED_TO_WAIT));

        rests.askedFor(Duration.ofDays(10_000));
        assertThat(rests.now()).contains(rest(86_400, NotAsked.Why.ASKED_TO_WAIT));
    }
}
