package io.musemeter.scorer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.musemeter.scorer.likelihood.LikelihoodFamily;
import io.musemeter.scorer.oracle.FamilyScores;
import io.musemeter.scorer.oracle.Inputs;
import io.musemeter.scorer.oracle.OracleTexts;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text under the same weights by NumPy in double precision: {@code oracle/reference_perplexity.py}. */
class ReferencePerplexityOracleTest {
    /** The program computes in single precision, and so do PyTorch's figures in story-model. */
    private static final double ROUNDING = 1e-4;

    private static final EmbeddedStoryModel MODEL = new EmbeddedStoryModel();
    private static final LikelihoodFamily FAMILY = new LikelihoodFamily(MODEL);

    static Stream<Arguments> figures() {
        return OracleTexts.json("reference_perplexity.json").properties().stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("figures")
    void equalsTheOracle(String name, JsonNode figures) {
        String text = OracleTexts.named(name);

        OptionalDouble perplexity = FamilyScores.value(FAMILY, "reference_perplexity", Inputs.of(name, text));

        JsonNode expected = figures.get("reference_perplexity");
        assertThat(MODEL.logProbabilities(text)).hasSize(figures.get("tokens").asInt());
        assertThat(perplexity.isPresent()).isEqualTo(expected.isNumber());
        perplexity.ifPresent(
                value -> assertThat(value).isCloseTo(expected.asDouble(), within(ROUNDING * expected.asDouble())));
    }
}
