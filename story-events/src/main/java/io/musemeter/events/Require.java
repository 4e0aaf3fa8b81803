package io.musemeter.events;

import org.jspecify.annotations.Nullable;

/** Checks shared by the records' compact constructors. */
final class Require {
    private static final int LONGEST_NAME = 512;

    private Require() {}

    static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw new InvalidEventException(field, "is required");
        }
        return value;
    }

    /** A name: present, not blank, at most 512 characters, free of control characters. */
    static String name(@Nullable String value, String field) {
        String present = present(value, field);
        if (present.isBlank()) {
            throw new InvalidEventException(field, "must not be blank");
        }
        if (present.length() > LONGEST_NAME) {
            throw new InvalidEventException(field, "is longer than " + LONGEST_NAME + " characters");
        }
        if (present.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidEventException(field, "contains a control character");
        }
        return present;
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
