package io.musemeter.statistics.cell;

import java.math.BigInteger;

/** Exact sums of the first four powers of grid values, with their count, least and greatest. */
public final class PowerSums {

    private static final int[] LIMBS = {2, 3, 4, 4};

    private final WideSum first = new WideSum(LIMBS[0]);
    private final WideSum second = new WideSum(LIMBS[1]);
    private final WideSum third = new WideSum(LIMBS[2]);
    private final WideSum fourth = new WideSum(LIMBS[3]);
    private long count;
    private long least = Long.MAX_VALUE;
    private long greatest = Long.MIN_VALUE;

    /** Number of values. */
    public long count() {
        return count;
    }

    /** Least grid value; {@link Long#MAX_VALUE} when empty. */
    public long least() {
        return least;
    }

    /** Greatest grid value; {@link Long#MIN_VALUE} when empty. */
    public long greatest() {
        return greatest;
    }

    /**
     * Sum of a power of the grid values.
     *
     * @param power 1 to 4
     */
    public BigInteger sum(int power) {
        return switch (power) {
            case 1 -> first.value();
            case 2 -> second.value();
            case 3 -> third.value();
            case 4 -> fourth.value();
            default -> throw new IllegalArgumentException("power: " + power + " is outside 1..4");
        };
    }

    void add(long value) {
        count++;
        least = Math.min(least, value);
        greatest = Math.max(greatest, value);
        first.add(value);

        long magnitude = Math.abs(value);
        long squareHigh = Math.multiplyHigh(magnitude, magnitude);
        long square = magnitude * magnitude;
        second.add(0, squareHigh, square);

        // |v| < 2^53, so the upper half of the square is below 2^42 and no partial product overflows 128 bits.
        if (value < 0) {
            third.subtract(0, multiplyHighUnsigned(square, magnitude), square * magnitude);
            third.subtract(1, Math.multiplyHigh(squareHigh, magnitude), squareHigh * magnitude);
        } else {
            third.add(0, multiplyHighUnsigned(square, magnitude), square * magnitude);
            third.add(1, Math.multiplyHigh(squareHigh, magnitude), squareHigh * magnitude);
        }

        long crossHigh = multiplyHighUnsigned(squareHigh, square);
        long cross = squareHigh * square;
        fourth.add(0, multiplyHighUnsigned(square, square), square * square);
        fourth.add(1, crossHigh << 1 | cross >>> 63, cross << 1);
        fourth.add(2, Math.multiplyHigh(squareHigh, squareHigh), squareHigh * squareHigh);
    }

    void merge(PowerSums other) {
        count += other.count;
        least = Math.min(least, other.least);
        greatest = Math.max(greatest, other.greatest);
        first.add(other.first);
        second.add(other.second);
        third.add(other.third);
        fourth.add(other.fourth);
    }

    void write(ByteWriter out) {
        out.unsigned(count);
        if (count > 0) {
            out.signed(least);
            out.unsigned(greatest - least);
            first.write(out);
            second.write(out);
            third.write(out);
            fourth.write(out);
        }
    }

    void read(ByteReader in) {
        count = in.unsigned();
        if (count > 0) {
            least = in.signed();
            greatest = least + in.unsigned();
            first.read(in);
            second.read(in);
            third.read(in);
            fourth.read(in);
        }
    }

    private static long multiplyHighUnsigned(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
    }
}
