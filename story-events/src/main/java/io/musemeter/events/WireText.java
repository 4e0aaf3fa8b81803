package io.musemeter.events;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The encoding of everything on the wire: UTF-8, and no other form of JSON. */
public final class WireText {
    private WireText() {}

    /**
     * Whether bytes are UTF-8 text without NUL. A JSON parser is more lenient: it takes UTF-16 and UTF-32 as well, and
     * sequences that are no UTF-8 (overlong ones, values beyond Unicode). NUL, which JSON never contains, is what ASCII in
     * UTF-16 and UTF-32 shows.
     */
    public static boolean isUtf8(byte[] bytes) {
        int ascii = 0;
        while (ascii < bytes.length && bytes[ascii] > 0) {
            ascii++;
        }
        return ascii == bytes.length || (!containsNul(bytes, ascii) && decodes(bytes, ascii));
    }

    private static boolean containsNul(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean decodes(byte[] bytes, int from) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
