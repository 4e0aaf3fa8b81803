package io.musemeter.statistics.cell;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A sampling temperature as a canonical decimal: in [0, 5], at most nine decimals, so that {@code 0.10}, {@code 0.1} and the
 * floating-point sum {@code 0.30000000000000004 - 0.2} are one key.
 *
 * @param nanos the temperature in units of 1e-9
 */
public record Temperature(long nanos) implements Comparable<Temperature> {

    /** Units in a temperature of one. */
    public static final long UNIT = 1_000_000_000L;

    /** Highest temperature accepted. */
    public static final int MAXIMUM = 5;

    private static final int DECIMALS = 9;
    private static final int LONGEST_TEXT = 400;

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException outside [0, 5]
     */
    public Temperature {
        if (nanos < 0 || nanos > MAXIMUM * UNIT) {
            throw outside(BigDecimal.valueOf(nanos, DECIMALS).toString());
        }
    }

    /**
     * The canonical temperature nearest to a floating-point number.
     *
     * @throws IllegalArgumentException when it is not a finite number in [0, 5]
     */
    public static Temperature of(double value) {
        if (!Double.isFinite(value)) {
            throw outside(Double.toString(value));
        }
        return of(BigDecimal.valueOf(value));
    }

    /**
     * The canonical temperature nearest to a decimal number.
     *
     * @throws IllegalArgumentException when it lies outside [0, 5]
     */
    public static Temperature of(BigDecimal value) {
        if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(MAXIMUM)) > 0) {
            throw outside(value.round(new java.math.MathContext(12)).toString());
        }
        return new Temperature(
                value.setScale(DECIMALS, RoundingMode.HALF_EVEN).unscaledValue().longValueExact());
    }

    /**
     * Reads decimal notation.
     *
     * @throws IllegalArgumentException when the text is no number in [0, 5]
     */
    public static Temperature parse(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("temperature: a number of " + text.length() + " characters is not read");
        }
        try {
            return of(new BigDecimal(text.strip()));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("temperature: not a number", e);
        }
    }

    /** The temperature as a floating-point number. */
    public double value() {
        return nanos / (double) UNIT;
    }

    /** Plain decimal notation without trailing zeros, for example {@code 0.334}. */
    public String canonical() {
        return nanos == 0
                ? "0"
                : BigDecimal.valueOf(nanos, DECIMALS).stripTrailingZeros().toPlainString();
    }

    @Override
    public int compareTo(Temperature other) {
        return Long.compare(nanos, other.nanos);
    }

    @Override
    public String toString() {
        return canonical();
    }

    private static IllegalArgumentException outside(String value) {
        return new IllegalArgumentException("temperature: " + value + " is outside [0, " + MAXIMUM + "]");
    }
}
