package io.musemeter.aggregator.series;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes and reads small pieces of state that begin with a format byte. */
final class Bytes {
    private Bytes() {}

    /** Writes the parts of a piece. */
    @FunctionalInterface
    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** Reads the parts of a piece. */
    @FunctionalInterface
    interface Reading {
        void from(DataInputStream in) throws IOException;
    }

    static byte[] write(byte format, Writing parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(format);
            parts.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException when the format is another, or the bytes end too soon */
    static void read(String what, byte format, byte[] bytes, Reading parts) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != format) {
                throw new IllegalArgumentException(
                        what + ": format " + bytes[0] + " is unknown, " + format + " is expected");
            }
            parts.from(in);
        } catch (IOException e) {
            throw new IllegalArgumentException(what + ": cut short", e);
        }
    }

    static void writeBlock(DataOutputStream out, byte[] block) throws IOException {
        out.writeInt(block.length);
        out.write(block);
    }

    static byte[] readBlock(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
