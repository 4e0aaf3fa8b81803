package io.musemeter.generator.provider;

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
        Backoff backoff = new Backoff(Duration.ofMillis(10), Duration.ofMillis(50));
        RefusedException patient = new RefusedException(429, "", Optional.of(Duration.ofHours(1)));

        assertThat(backoff.nextDelayInMillis(patient)).isEqualTo(50);
        for (int i = 0; i < 100; i++) {
            assertThat(backoff.nextDelayInMillis(new IllegalStateException())).isBetween(0L, 50L);
        }
    }
}
