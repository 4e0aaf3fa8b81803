package io.musemeter.scorer.lexical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.scorer.oracle.FamilyScores;
import io.musemeter.scorer.oracle.Inputs;
import io.musemeter.scorer.oracle.OracleFigures;
import io.musemeter.scorer.oracle.OracleTexts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures by NLTK, lexicalrichness and zlib: {@code oracle/lexical.py}. */
class LexicalOracleTest {
    private static final LexicalFamily FAMILY = new LexicalFamily(Optional.of(OracleTexts.reference()));

    static List<OracleFigures> figures() {
        return OracleFigures.of(
                "lexical.json", metric -> !metric.equals("words") && !metric.equals("compression_ratio"));
    }

    static List<OracleFigures> compressionRatios() {
        return OracleFigures.of("lexical.json", "compression_ratio"::equals);
    }

    static List<OracleFigures> wordCounts() {
        return OracleFigures.of("lexical.json", "words"::equals);
    }

    @ParameterizedTest
    @MethodSource("figures")
    void equalsTheOracle(OracleFigures figure) {
        OptionalDouble value = value(figure);

        assertThat(value.isPresent()).isEqualTo(figure.value().isPresent());
        figure.value().ifPresent(expected -> assertThat(value.orElseThrow()).isCloseTo(expected, within(1e-9)));
    }

    /** Another runtime's deflate may differ by some bytes; the evaluator's signature tells them apart. */
    @ParameterizedTest
    @MethodSource("compressionRatios")
    void compressesAsZlibDoes(OracleFigures figure) {
        OptionalDouble value = value(figure);

        assertThat(value.isPresent()).isEqualTo(figure.value().isPresent());
        figure.value()
                .ifPresent(expected -> assertThat(value.orElseThrow()).isCloseTo(expected, within(0.02 * expected)));
    }

    @ParameterizedTest
    @MethodSource("wordCounts")
    void findsTheSameWords(OracleFigures figure) {
        assertThat(Words.of(OracleTexts.named(figure.text())))
                .hasSize((int) figure.value().orElseThrow());
    }

    private static OptionalDouble value(OracleFigures figure) {
        return FamilyScores.value(
                FAMILY,
                figure.metric(),
                Inputs.of(figure.text(), OracleTexts.named(figure.text()), OracleTexts.named("story")));
    }
}
