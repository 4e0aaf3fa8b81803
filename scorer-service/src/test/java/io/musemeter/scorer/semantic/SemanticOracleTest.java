package io.musemeter.scorer.semantic;

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

/** Figures by scikit-learn on embeddings that both sides make alike: {@code oracle/semantic.py}. */
class SemanticOracleTest {
    private static final SemanticFamily FAMILY = new SemanticFamily(
            new CodePointEmbedder(),
            new FullStops(),
            Optional.of(OracleTexts.reference()),
            new YieldThresholds(0.05, 0.5));

    static List<OracleFigures> figures() {
        return OracleFigures.of("semantic.json", metric -> true);
    }

    @ParameterizedTest
    @MethodSource("figures")
    void equalsTheOracle(OracleFigures figure) {
        OptionalDouble value = FamilyScores.value(
                FAMILY,
                figure.metric(),
                Inputs.of(figure.text(), OracleTexts.named(figure.text()), OracleTexts.named("story")));

        assertThat(value.isPresent()).isEqualTo(figure.value().isPresent());
        figure.value().ifPresent(expected -> assertThat(value.orElseThrow()).isCloseTo(expected, within(1e-6)));
    }
}
