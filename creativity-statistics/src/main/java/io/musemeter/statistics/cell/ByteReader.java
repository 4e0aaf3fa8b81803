package io.musemeter.statistics.cell;

import java.util.Arrays;

/** Reads what {@link ByteWriter} wrote; anything cut short or overlong is an error, never a wrong number. */
final class ByteReader {

    private final byte[] buffer;
    private int position;

    ByteReader(byte[] buffer) {
        this.buffer = buffer;
    }

    int octet() {
        if (position >= buffer.length) {
            throw new IllegalArgumentException("cells: cut short after " + buffer.length + " bytes");
        }
        return buffer[position++] & 0xFF;
    }

    long unsigned() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7F) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
        throw new IllegalArgumentException("cells: a number at byte " + position + " has too many digits");
    }

    long signed() {
        long value = unsigned();
        return value >>> 1 ^ -(value & 1);
    }

    long fixed() {
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = value << 8 | octet();
        }
        return value;
    }

    int positiveInt() {
        long value = unsigned();
        if (value < 1 || value > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("cells: " + value + " is no positive 32-bit number");
        }
        return (int) value;
    }

    /** A count of things that follow, each at least one byte long. */
    int length() {
        return entries(unsigned());
    }

    /** A number of things that follow, each at least one byte long. */
    int entries(long value) {
        if (value < 0 || value > buffer.length - position) {
            throw new IllegalArgumentException("cells: " + value + " entries announced, but the bytes end before");
        }
        return (int) value;
    }

    byte[] bytes(int most) {
        int length = length();
        if (length == 0 || length > most) {
            throw new IllegalArgumentException(
                    "cells: a sum of " + length + " bytes where 1 to " + most + " are expected");
        }
        position += length;
        return Arrays.copyOfRange(buffer, position - length, position);
    }

    void end() {
        if (position != buffer.length) {
            throw new IllegalArgumentException("cells: " + (buffer.length - position) + " bytes too many");
        }
    }
}
