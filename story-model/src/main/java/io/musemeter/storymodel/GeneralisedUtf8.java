package io.musemeter.storymodel;

import java.io.ByteArrayOutputStream;

/**
 * UTF-8 that also has three bytes for a lone surrogate (WTF-8, Sapin 2016), so that every Java string has bytes and comes back from them exactly.
 */
final class GeneralisedUtf8 {

    private static final char REPLACEMENT = '\uFFFD';

    private GeneralisedUtf8() {}

    static byte[] encode(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (c < 0x80) {
                out.write(c);
            } else if (c < 0x800) {
                out.write(0xC0 | c >> 6);
                out.write(0x80 | c & 0x3F);
            } else if (c < 0x10000) {
                out.write(0xE0 | c >> 12);
                out.write(0x80 | c >> 6 & 0x3F);
                out.write(0x80 | c & 0x3F);
            } else {
                out.write(0xF0 | c >> 18);
                out.write(0x80 | c >> 12 & 0x3F);
                out.write(0x80 | c >> 6 & 0x3F);
                out.write(0x80 | c & 0x3F);
            }
        });
        return out.toByteArray();
    }

    /** The inverse of {@link #encode}. Any other byte sequence gives a U+FFFD for each byte that fits nowhere. */
    static String decode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        int at = 0;
        while (at < bytes.length) {
            int lead = bytes[at] & 0xFF;
            int length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
            int c = length == 0 ? -1 : codePoint(bytes, at, length);
            if (c < 0) {
                text.append(REPLACEMENT);
                at++;
            } else {
                text.appendCodePoint(c);
                at += length;
            }
        }
        return text.toString();
    }

    /** As {@link #decode}, with U+FFFD for a lone surrogate too: the result can be written as plain UTF-8. */
    static String decodeWellFormed(byte[] bytes) {
        String text = decode(bytes);
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> clean.appendCodePoint(Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c));
        return clean.toString();
    }

    private static int codePoint(byte[] bytes, int at, int length) {
        if (length == 1) {
            return bytes[at];
        }
        if (at + length > bytes.length) {
            return -1;
        }
        int c = bytes[at] & 0xFF >> length + 1;
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return -1;
            }
            c = c << 6 | bytes[at + i] & 0x3F;
        }
        boolean shortest = length == 2 || (length == 3 ? c >= 0x800 : c >= 0x10000 && c <= Character.MAX_CODE_POINT);
        return shortest ? c : -1;
    }
}
