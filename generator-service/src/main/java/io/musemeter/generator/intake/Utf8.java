package io.musemeter.generator.intake;

import io.musemeter.events.InvalidEventException;
import io.musemeter.events.WireText;
import java.nio.charset.StandardCharsets;

/** Text that can be written again as it was read. */
final class Utf8 {
    private Utf8() {}

    /** @throws InvalidEventException when the bytes are not UTF-8 */
    static void check(byte[] bytes) {
        if (!WireText.isUtf8(bytes)) {
            throw new InvalidEventException("$", "is not UTF-8");
        }
    }

    /** JSON's escapes can spell half a character, which has no UTF-8 form. */
    static String paired(String text, String field) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new InvalidEventException(field, "contains an unpaired surrogate");
        }
        return text;
    }
}
