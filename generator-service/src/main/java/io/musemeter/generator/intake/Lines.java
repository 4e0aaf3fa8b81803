package io.musemeter.generator.intake;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Splits a stream into lines, holding one line of bounded length at a time. */
public final class Lines {
    private final InputStream in;
    private final long longest;
    private long number;

    /**
     * @param in the stream
     * @param longest longest line that is kept whole, in bytes
     * @param first number of the first line
     */
    public Lines(InputStream in, long longest, long first) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.longest = longest;
        this.number = first - 1;
    }

    /**
     * One line.
     *
     * @param number its number
     * @param bytes its bytes without the line's end, or the leading ones when it is too long
     * @param tooLong whether bytes were left out
     */
    public record Line(long number, byte[] bytes, boolean tooLong) {
        /** Whether there is nothing but white space. */
        public boolean blank() {
            for (byte b : bytes) {
                if (b != ' ' && b != '\t' && b != '\r') {
                    return false;
                }
            }
            return !tooLong;
        }
    }

    /** The next line, null after the last. */
    public @Nullable Line next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2_048);
        boolean tooLong = false;
        int b = in.read();
        if (b < 0) {
            return null;
        }
        for (; b >= 0 && b != '\n'; b = in.read()) {
            if (bytes.size() < longest) {
                bytes.write(b);
            } else {
                tooLong = true;
            }
        }
        number++;
        return new Line(number, bytes.toByteArray(), tooLong);
    }
}
