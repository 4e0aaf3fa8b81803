package io.musemeter.aggregator.state;

/**
 * A 128-bit identity.
 *
 * @param high leading 64 bits
 * @param low trailing 64 bits; never both 0, which marks a free place
 */
public record Id(long high, long low) {
    /** Maps the one value that marks a free place to another. */
    public Id {
        if (high == 0 && low == 0) {
            low = 1;
        }
    }

    /**
     * Reads 32 hexadecimal digits.
     *
     * @throws NumberFormatException when they are none
     */
    public static Id ofHex(String hex) {
        return new Id(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    }
}
