package io.musemeter.scorer.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.scorer.oracle.OracleTexts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures by NumPy and SciPy on whole distributions: {@code oracle/likelihood.py}. */
class LikelihoodOracleTest {
    private static final Map<String, CandidateMetric> SHAPES = Map.of(
            "raw_support", new RawSupport(),
            "tempered_support", new TemperedSupport(),
            "leaked_mass", new LeakedMass());

    static Stream<Arguments> cases() {
        return OracleTexts.json("likelihood.json").properties().stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void perplexityEqualsTheOracle(String name, JsonNode figures) {
        double expected = figures.get("provider_perplexity").asDouble();

        double perplexity = Perplexity.of(
                numbers(figures.get("tokens")).stream().mapToDouble(x -> x).toArray());

        assertThat(perplexity).isCloseTo(expected, within(expected * 1e-12));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void shapeEqualsTheOracle(String name, JsonNode figures) {
        Likelihoods likelihoods = new Likelihoods(
                () -> new double[0],
                Optional.empty(),
                elements(figures.get("candidates"))
                        .map(LikelihoodOracleTest::numbers)
                        .toList(),
                figures.get("temperature").asDouble());

        assertThat(SHAPES)
                .allSatisfy((metric, shape) -> assertThat(shape.score(likelihoods))
                        .isInstanceOfSatisfying(
                                ScoreOutcome.Scored.class,
                                scored -> assertThat(scored.value())
                                        .as(metric)
                                        .isCloseTo(figures.get(metric).asDouble(), within(1e-9))));
    }

    private static List<Double> numbers(JsonNode array) {
        return elements(array).map(JsonNode::asDouble).toList();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
