package io.musemeter.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A sampling temperature in [0, 5], kept as a canonical decimal: at most six decimals (half-even), no trailing zeros, so
 * that 0.7, 0.70 and the nearest binary fraction are one key.
 *
 * @param value the canonical decimal
 */
public record Temperature(@JsonValue BigDecimal value) implements Comparable<Temperature> {
    private static final BigDecimal HIGHEST = BigDecimal.valueOf(5);
    private static final int DECIMALS = 6;

    /** @throws InvalidEventException when missing or outside [0, 5] */
    public Temperature {
        Require.present(value, "temperature");
        // The magnitude is judged before rounding: a huge exponent must not be expanded.
        if (value.signum() < 0 || value.compareTo(HIGHEST) > 0) {
            throw new InvalidEventException("temperature", "must lie in [0, 5]");
        }
        value = value.signum() == 0 || value.precision() - value.scale() < -DECIMALS
                ? BigDecimal.ZERO
                : canonical(value.setScale(DECIMALS, RoundingMode.HALF_EVEN));
    }

    /** Reads a JSON number. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Temperature parse(@Nullable BigDecimal value) {
        return new Temperature(Require.present(value, "temperature"));
    }

    /** The temperature nearest to a binary fraction, read as its shortest decimal. */
    public static Temperature of(double value) {
        if (!Double.isFinite(value)) {
            throw new InvalidEventException("temperature", "must be a finite number");
        }
        return new Temperature(BigDecimal.valueOf(value));
    }

    /** The value as a binary fraction. */
    public double asDouble() {
        return value.doubleValue();
    }

    @Override
    public int compareTo(Temperature other) {
        return value.compareTo(other.value);
    }

    /** Plain decimal notation, for example {@code 0.334}. */
    @Override
    public String toString() {
        return value.toPlainString();
    }

    private static BigDecimal canonical(BigDecimal rounded) {
        BigDecimal stripped = rounded.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
