package io.musemeter.generator.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.musemeter.events.InvalidEventException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionsTest {
    private static final int LONGEST = 64 << 10;
    private static final String WORD = "a".repeat(LONGEST);

    private static Redactions redactions(String pattern) {
        return new Redactions(List.of(new Redactions.Rule(Pattern.compile(pattern), "[gone]")));
    }

    /** The pattern that the documentation offers, as a properties file gives it. */
    private static String documented() throws IOException {
        Matcher rule = Pattern.compile("redact\\.mail\\.pattern=([^`]+)`")
                .matcher(Files.readString(Path.of("../docs/ways-in.md")));
        assertThat(rule.find()).isTrue();
        return rule.group(1).replace("\\\\", "\\");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\\w.]+@[\\w.]+", "(a+)+b", "(?:a|b)*c", "(?:.|\\n)*secret"})
    void aPatternThatDoesNotComeToAnEndOnATextTurnsTheTextAway(String pattern) {
        assertThatExceptionOfType(InvalidEventException.class)
                .isThrownBy(() -> redactions(pattern).apply(WORD))
                .withMessageStartingWith("text: cannot be redacted");
    }

    @Test
    void theDocumentedPatternFindsAddressesAndComesToAnEndOnAnyText() throws IOException {
        Redactions documented = redactions(documented());

        assertThat(documented.apply("Write to maria.b@example.org, or to x@y.z."))
                .isEqualTo("Write to [gone], or to [gone]");
        assertThat(documented.apply(WORD)).isEqualTo(WORD);
        assertThat(documented.apply("a.".repeat(LONGEST / 2))).hasSize(LONGEST);
        assertThat(documented.apply("a@".repeat(LONGEST / 2))).hasSize(LONGEST / 4 * 7);
        assertThat(documented.apply("@".repeat(LONGEST))).hasSize(LONGEST);
    }

    @Test
    void aLongTextFullOfMatchesIsRedacted() {
        assertThat(redactions("[0-9]+").apply("a1".repeat(LONGEST / 2))).isEqualTo("a[gone]".repeat(LONGEST / 2));
    }

    @Test
    void rulesAreAppliedOneAfterAnotherAndTheReplacementIsLiteral() {
        Redactions two = new Redactions(List.of(
                new Redactions.Rule(Pattern.compile("a"), "b$1"), new Redactions.Rule(Pattern.compile("b"), "c")));

        assertThat(two.apply("a")).isEqualTo("c$1");
    }
}
