package io.musemeter.storymodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenizerTest {

    private final Tokenizer tokenizer = StoryModel.embedded().tokenizer();

    @Provide
    Arbitrary<String> anyString() {
        Arbitrary<String> anyChars = Arbitraries.chars()
                .range(Character.MIN_VALUE, Character.MAX_VALUE)
                .array(char[].class)
                .map(String::new);
        Arbitrary<String> storyLike = Arbitraries.strings()
                .withChars("aehimnostTZ  .,!'\"\n\t07é\ud83d\udd25")
                .ofMaxLength(200);
        return Arbitraries.oneOf(anyChars, storyLike);
    }

    @Property
    void everyStringComesBackExactly(@ForAll("anyString") String text) {
        int[] tokens = tokenizer.encode(text);

        assertThat(tokenizer.decode(tokens)).isEqualTo(text);
        assertThat(IntStream.of(tokens)).allMatch(t -> t >= 0 && t < tokenizer.begin());
    }

    @Property
    void wellFormedDecodingCanBeWrittenAsUtf8(@ForAll("anyString") String text) {
        String decoded = tokenizer.decodeWellFormed(tokenizer.encode(text));

        assertThat(new String(decoded.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(decoded);
    }

    @Property
    void anyTokensDecodeToSomeText(@ForAll int[] numbers) {
        int[] tokens = IntStream.of(numbers)
                .map(n -> Math.floorMod(n, tokenizer.size()))
                .toArray();

        assertThat(tokenizer.decodeWellFormed(tokens)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "   ",
                "\u0000",
                "\n\n\r\t",
                "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                "שלום مرحبا\u202Eabc",
                "\ud800",
                "\udfff\ud800",
                "a\ud83d",
                "\uFFFD\uFEFF",
                "<script>'\"&"
            })
    void hostileTextComesBackExactly(String text) {
        assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo(text);
    }

    @Test
    void mergesMakeAStoryShorterThanItsBytes() {
        String story = "Once upon a time, there was a little girl.";

        assertThat(tokenizer.encode(story)).hasSizeLessThan(story.length() / 2);
    }

    @Test
    void oneEndlessWordTakesLinearTime() {
        String text = "a".repeat(1_000_000);

        int[] tokens = Assertions.assertTimeout(Duration.ofSeconds(20), () -> tokenizer.encode(text));

        assertThat(tokenizer.decode(tokens)).isEqualTo(text);
    }

    @Test
    void specialTokensAreSilent() {
        assertThat(tokenizer.decode(tokenizer.begin(), 'h', 'i', tokenizer.end()))
                .isEqualTo("hi");
    }

    @Test
    void bytesThatAreNoUtf8BecomeReplacementCharacters() {
        assertThat(tokenizer.decode('a', 0xC3, 'b', 0xFF, 0xC0, 0x80)).isEqualTo("a\uFFFDb\uFFFD\uFFFD\uFFFD");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1024, Integer.MAX_VALUE})
    void rejectsANumberThatIsNoToken(int token) {
        assertThatThrownBy(() -> tokenizer.decode(token))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("token must be in [0, 1024), not " + token);
    }

    @Test
    void rejectsAMergeOfALaterToken() {
        assertThatThrownBy(() -> new Tokenizer(new int[][] {{'a', 256}})).isInstanceOf(IllegalArgumentException.class);
    }
}
