package io.musemeter.statistics.cell;

import java.math.BigInteger;

/** An exact signed sum of up to 256 bits in two's complement, least significant limb first. */
final class WideSum {

    private final long[] limbs;

    WideSum(int limbs) {
        this.limbs = new long[limbs];
    }

    /** Adds a signed number. */
    void add(long value) {
        if (value < 0) {
            subtract(0, 0, -value);
        } else {
            add(0, 0, value);
        }
    }

    /** Adds a signed product of which neither factor is {@link Long#MIN_VALUE}. */
    void addProduct(long a, long b) {
        long x = Math.abs(a);
        long y = Math.abs(b);
        long high = Math.multiplyHigh(x, y);
        if ((a < 0) == (b < 0)) {
            add(0, high, x * y);
        } else {
            subtract(0, high, x * y);
        }
    }

    /** Adds the unsigned 128-bit number (high, low), shifted left by whole limbs. */
    void add(int at, long high, long low) {
        long carry = addLimb(at, low, 0);
        if (at + 1 < limbs.length) {
            carry = addLimb(at + 1, high, carry);
        }
        for (int i = at + 2; i < limbs.length && carry != 0; i++) {
            carry = addLimb(i, 0, carry);
        }
    }

    /** Subtracts the unsigned 128-bit number (high, low), shifted left by whole limbs. */
    void subtract(int at, long high, long low) {
        long borrow = subtractLimb(at, low, 0);
        if (at + 1 < limbs.length) {
            borrow = subtractLimb(at + 1, high, borrow);
        }
        for (int i = at + 2; i < limbs.length && borrow != 0; i++) {
            borrow = subtractLimb(i, 0, borrow);
        }
    }

    void add(WideSum other) {
        long carry = 0;
        for (int i = 0; i < limbs.length; i++) {
            carry = addLimb(i, other.limbs[i], carry);
        }
    }

    void add(BigInteger value) {
        WideSum other = new WideSum(limbs.length);
        other.set(value);
        add(other);
    }

    BigInteger value() {
        byte[] bytes = new byte[limbs.length * Long.BYTES];
        for (int i = 0; i < bytes.length; i++) {
            int fromLeast = bytes.length - 1 - i;
            bytes[i] = (byte) (limbs[fromLeast / Long.BYTES] >>> (fromLeast % Long.BYTES * Byte.SIZE));
        }
        return new BigInteger(bytes);
    }

    void write(ByteWriter out) {
        out.bytes(value().toByteArray());
    }

    void read(ByteReader in) {
        set(new BigInteger(in.bytes(limbs.length * Long.BYTES)));
    }

    private void set(BigInteger value) {
        BigInteger rest = value;
        for (int i = 0; i < limbs.length; i++) {
            limbs[i] = rest.longValue();
            rest = rest.shiftRight(Long.SIZE);
        }
    }

    private long addLimb(int i, long value, long carry) {
        long sum = limbs[i] + value;
        long out = Long.compareUnsigned(sum, value) < 0 ? 1 : 0;
        long result = sum + carry;
        limbs[i] = result;
        return carry == 1 && result == 0 ? 1 : out;
    }

    private long subtractLimb(int i, long value, long borrow) {
        long before = limbs[i];
        long difference = before - value;
        limbs[i] = difference - borrow;
        return Long.compareUnsigned(before, value) < 0 || (borrow == 1 && difference == 0) ? 1 : 0;
    }
}
