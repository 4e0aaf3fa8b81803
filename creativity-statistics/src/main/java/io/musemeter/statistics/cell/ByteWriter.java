package io.musemeter.statistics.cell;

import java.util.Arrays;

/** Writes variable-length integers. */
final class ByteWriter {

    private byte[] buffer = new byte[512];
    private int length;

    void octet(int value) {
        if (length == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        buffer[length++] = (byte) value;
    }

    void unsigned(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            octet((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        octet((int) rest);
    }

    void signed(long value) {
        unsigned(value << 1 ^ value >> 63);
    }

    void fixed(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            octet((int) (value >>> shift));
        }
    }

    void bytes(byte[] value) {
        unsigned(value.length);
        for (byte b : value) {
            octet(b);
        }
    }

    byte[] toBytes() {
        return Arrays.copyOf(buffer, length);
    }
}
