package io.musemeter.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Checks shared by the records' compact constructors. */
final class Require {
    private static final int LONGEST_NAME = 512;
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    private Require() {}

    static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw new InvalidEventException(field, "is required");
        }
        return value;
    }

    /** A time that every clock and calendar involved can hold: from 1970 to 9999. */
    static Instant time(@Nullable Instant value, String field) {
        Instant present = present(value, field);
        if (present.isBefore(Instant.EPOCH) || present.isAfter(LATEST)) {
            throw new InvalidEventException(field, "must lie between the years 1970 and 9999");
        }
        return present;
    }

    /** A name: present, not blank, at most 512 characters, free of control characters and of halves of characters. */
    static String name(@Nullable String value, String field) {
        String present = present(value, field);
        if (present.isBlank()) {
            throw new InvalidEventException(field, "must not be blank");
        }
        if (present.length() > LONGEST_NAME) {
            throw new InvalidEventException(field, "is longer than " + LONGEST_NAME + " characters");
        }
        if (hasControlCharacter(present)) {
            throw new InvalidEventException(field, "contains a control character");
        }
        if (!present.equals(WellFormed.text(present))) {
            throw new InvalidEventException(field, "contains an unpaired surrogate");
        }
        return present;
    }

    // A loop, not a stream: every name of every event comes through here.
    private static boolean hasControlCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    static @Nullable String optionalName(@Nullable String value, String field) {
        return value == null ? null : name(value, field);
    }

    static @Nullable Double within(@Nullable Double value, double low, double high, String field) {
        if (value != null && !(value >= low && value <= high)) {
            throw new InvalidEventException(field, "must lie in [" + low + ", " + high + "]");
        }
        return value;
    }

    static @Nullable Integer atLeast(@Nullable Integer value, int low, String field) {
        if (value != null && value < low) {
            throw new InvalidEventException(field, "must be at least " + low);
        }
        return value;
    }

    static @Nullable String hex(@Nullable String value, int digits, String field) {
        if (value != null
                && !(value.length() == digits && value.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128))) {
            throw new InvalidEventException(field, "must be " + digits + " hexadecimal digits");
        }
        return value;
    }
}
