package io.musemeter.scorer.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.events.metrics.MetricCatalogue;
import io.musemeter.events.metrics.MetricSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents say of the oracles: each computed metric has a figure of them for at least 20 texts. */
class OracleCoverageTest {
    private static final int LEAST = 20;
    private static final List<String> FILES =
            List.of("cohesion.json", "lexical.json", "likelihood.json", "reference_perplexity.json", "semantic.json");

    static Stream<String> metrics() {
        return MetricCatalogue.all().stream()
                .filter(metric -> !metric.family().equals("judge"))
                .map(MetricSpec::name);
    }

    @ParameterizedTest
    @MethodSource("metrics")
    void hasAFigureForTwentyTextsAtLeast(String metric) {
        assertThat(FILES.stream().flatMap(file -> figures(file, metric)).toList())
                .hasSizeGreaterThanOrEqualTo(LEAST);
    }

    private static Stream<String> figures(String file, String metric) {
        return OracleTexts.json(file).properties().stream()
                .filter(text -> text.getValue().path(metric).isNumber())
                .map(text -> text.getKey());
    }
}
