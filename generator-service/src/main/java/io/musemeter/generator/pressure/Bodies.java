package io.musemeter.generator.pressure;

import io.musemeter.events.InvalidEventException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads bodies of bounded size; the bound holds for what comes out of the decompression, so a bomb ends early. */
public final class Bodies {
    private static final int CHUNK = 16_384;

    private Bodies() {}

    /**
     * Reads a body whole.
     *
     * @param in the body as it came
     * @param encoding the Content-Encoding header: absent, {@code identity} or {@code gzip}
     * @param bound most bytes that come out
     * @param share grows with what comes out, so that many bodies at a time are bounded as one is
     * @throws TooLargeException when there are more
     * @throws BusyException when the share cannot grow
     * @throws UnknownEncodingException when the encoding is another
     * @throws InvalidEventException when it is no gzip, or cut
     */
    public static byte[] read(InputStream in, @Nullable String encoding, long bound, Share share) throws IOException {
        try {
            return readAll(decoded(in, encoding), bound, share);
        } catch (ZipException | EOFException e) {
            throw new InvalidEventException("$", "is not gzip, or cut short");
        }
    }

    /**
     * For what is read as a stream, whose bytes have no bound in all: it comes as it is.
     *
     * @throws UnknownEncodingException when the Content-Encoding header says otherwise
     */
    public static void requirePlain(@Nullable String encoding) {
        if (encoding != null && !encoding.isEmpty() && !encoding.equalsIgnoreCase("identity")) {
            throw new UnknownEncodingException("is not identity: JSON lines are taken as they are");
        }
    }

    private static InputStream decoded(InputStream in, @Nullable String encoding) throws IOException {
        return switch (encoding == null ? "identity" : encoding.toLowerCase(Locale.ROOT)) {
            case "identity", "" -> in;
            case "gzip" -> new GZIPInputStream(in, CHUNK);
            default -> throw new UnknownEncodingException("is neither identity nor gzip");
        };
    }

    private static byte[] readAll(InputStream in, long bound, Share share) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            if (out.size() + (long) n > bound) {
                throw new TooLargeException(bound);
            }
            share.grow(n);
            out.write(chunk, 0, n);
        }
        return out.toByteArray();
    }
}
