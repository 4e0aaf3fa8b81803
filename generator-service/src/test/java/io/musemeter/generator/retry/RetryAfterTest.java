package io.musemeter.generator.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void secondsAndDatesAreRead() {
        assertThat(RetryAfter.parse("7", NOW)).contains(Duration.ofSeconds(7));
        assertThat(RetryAfter.parse("0.5", NOW)).contains(Duration.ofMillis(500));
        assertThat(RetryAfter.parse("Thu, 01 Jan 2026 00:01:00 GMT", NOW)).contains(Duration.ofMinutes(1));
        assertThat(RetryAfter.parse("Wed, 31 Dec 2025 00:01:00 GMT", NOW)).contains(Duration.ZERO);
    }

    @Test
    void whatIsNeitherIsIgnored() {
        assertThat(RetryAfter.parse(null, NOW)).isEmpty();
        assertThat(RetryAfter.parse("soon", NOW)).isEmpty();
        assertThat(RetryAfter.parse("-1", NOW)).isEmpty();
    }

    @Test
    void noWaitIsLongerThanTheLongest() {
        Waits waits = new Waits(Duration.ofMillis(10), Duration.ofMillis(50));

        assertThat(waits.after(0, Optional.of(Duration.ofHours(1)))).isEqualTo(Duration.ofMillis(50));
        for (int tries = 0; tries < 100; tries++) {
            assertThat(waits.after(tries, Optional.empty())).isBetween(Duration.ZERO, Duration.ofMillis(50));
        }
    }

    @Test
    void whatIsAskedForIsWaitedAndNoLess() {
        assertThat(new Waits(Duration.ofMillis(10), Duration.ofMinutes(1)).after(0, Optional.of(Duration.ofSeconds(7))))
                .isEqualTo(Duration.ofSeconds(7));
    }
}
