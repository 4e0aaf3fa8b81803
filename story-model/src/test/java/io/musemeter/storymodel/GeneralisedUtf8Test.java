package io.musemeter.storymodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class GeneralisedUtf8Test {

    @Property
    void isPlainUtf8ForEveryScalarValue(@ForAll @IntRange(max = Character.MAX_CODE_POINT) int codePoint) {
        String text = Character.toString(codePoint);
        boolean scalar = Character.getType(codePoint) != Character.SURROGATE;

        byte[] bytes = GeneralisedUtf8.encode(text);

        assertThat(GeneralisedUtf8.decode(bytes)).isEqualTo(text);
        assertThat(java.util.Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(scalar);
    }

    @Property
    void anyBytesDecodeToAStringThatIsStable(@ForAll byte[] bytes) {
        String once = GeneralisedUtf8.decodeWellFormed(bytes);

        assertThat(GeneralisedUtf8.decodeWellFormed(GeneralisedUtf8.encode(once)))
                .isEqualTo(once);
    }

    @Test
    void overlongAndTooGreatCodesAreNotAccepted() {
        byte[] overlongSlash = {(byte) 0xE0, (byte) 0x80, (byte) 0xAF};
        byte[] beyondUnicode = {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80};

        assertThat(GeneralisedUtf8.decode(overlongSlash)).isEqualTo("\uFFFD".repeat(3));
        assertThat(GeneralisedUtf8.decode(beyondUnicode)).isEqualTo("\uFFFD".repeat(4));
    }
}
