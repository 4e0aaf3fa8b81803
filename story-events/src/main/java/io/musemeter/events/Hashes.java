package io.musemeter.events;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Content hashes that serve as identities: the leading 128 bits of SHA-256, in lower-case hexadecimal. */
public final class Hashes {
    private static final int BYTES = 16;

    private Hashes() {}

    /** Identity of one text: 32 hexadecimal digits of its UTF-8 form. */
    public static String ofText(String text) {
        return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)), 0, BYTES);
    }

    /**
     * Identity of an ordered list of components. Each is preceded by its length, so that no two lists share a form; a
     * missing component differs from an empty one.
     */
    public static String ofParts(List<? extends @Nullable Object> parts) {
        StringBuilder canonical = new StringBuilder();
        for (Object part : parts) {
            if (part == null) {
                canonical.append("-;");
            } else {
                String text = part.toString();
                canonical.append(text.length()).append(':').append(text).append(';');
            }
        }
        return ofText(canonical.toString());
    }

    /** The leading 64 bits of {@link #ofText}, as a number. */
    public static long firstBits(String text) {
        return ByteBuffer.wrap(sha256(text.getBytes(StandardCharsets.UTF_8))).getLong();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
