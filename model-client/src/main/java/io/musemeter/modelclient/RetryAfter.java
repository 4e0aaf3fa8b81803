package io.musemeter.modelclient;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads Retry-After: seconds or a date (RFC 9110, 10.2.3). */
public final class RetryAfter {
    private RetryAfter() {}

    /**
     * Reads a header.
     *
     * @param header its value, null where it is absent
     * @param clock tells how far away a date is
     * @return the wait, at least 0; nothing where the header is absent or neither seconds nor a date
     */
    public static Optional<Duration> parse(@Nullable String header, Clock clock) {
        if (header == null) {
            return Optional.empty();
        }
        String value = header.strip();
        if (value.matches("[0-9]{1,9}(\\.[0-9]{1,9})?")) {
            // Rounded up: nobody is asked before the time.
            return Optional.of(Duration.ofMillis((long) Math.ceil(Double.parseDouble(value) * 1_000)));
        }
        try {
            Duration until = Duration.between(
                    clock.instant(),
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
