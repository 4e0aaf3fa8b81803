package io.musemeter.scorer.lexical;

import io.musemeter.events.Hashes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.Deflater;

/** Deflate (RFC 1951) at its highest level, without header and checksum. */
final class Deflate {
    private static final int PROBE_WORDS = 20_000;
    private static final int PROBE_VOCABULARY = 700;

    private Deflate() {}

    /** Number of bytes that remain. */
    static int size(byte[] bytes) {
        return of(bytes).length;
    }

    /** Hash of what this runtime's implementation makes of a fixed text. */
    static String fingerprint() {
        String probe = new Random(1)
                .ints(PROBE_WORDS, 0, PROBE_VOCABULARY)
                .mapToObj(word -> Integer.toString(word * word, Character.MAX_RADIX))
                .collect(Collectors.joining(" "));
        return Hashes.ofText(HexFormat.of().formatHex(of(probe.getBytes(StandardCharsets.UTF_8))));
    }

    private static byte[] of(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream deflated = new ByteArrayOutputStream();
            byte[] chunk = new byte[1 << 14];
            while (!deflater.finished()) {
                deflated.write(chunk, 0, deflater.deflate(chunk));
            }
            return deflated.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
