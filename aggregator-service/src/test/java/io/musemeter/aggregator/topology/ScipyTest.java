package io.musemeter.aggregator.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.musemeter.aggregator.Scores;
import io.musemeter.events.EventJson;
import io.musemeter.events.Score;
import io.musemeter.events.Source;
import io.musemeter.events.Temperature;
import io.musemeter.events.correlation.Cell;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Window;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Figures at the end of the whole topology against SciPy on the same scores. */
class ScipyTest {
    private static final Offset<Double> EXACT = within(1e-9);

    @ParameterizedTest
    @ValueSource(strings = {"edit_distance", "reference_perplexity"})
    void figuresEqualScipys(String metric) throws IOException {
        JsonNode expected =
                EventJson.mapper().readTree(resource("expected.json")).path(metric);
        try (Pipeline pipeline = new Pipeline()) {
            List<Score> scores = scores(metric);

            scores.forEach(pipeline::send);
            pipeline.tick();

            Correlation answer = pipeline.answer(scores.get(0), Window.ALL);
            assertThat(answer.binnedValues()).isFalse();
            assertThat(answer.n()).isEqualTo(expected.path("n").asLong());
            // The logarithm is kept on a grid of nine decimals.
            assertThat(answer.slope().estimate())
                    .isCloseTo(expected.path("slope").asDouble(), answer.logarithmic() ? within(5e-9) : EXACT);
            assertThat(answer.pearson().estimate())
                    .isCloseTo(expected.path("pearson").asDouble(), EXACT);
            assertThat(answer.spearman().estimate())
                    .isCloseTo(expected.path("spearman").asDouble(), EXACT);
            assertThat(answer.kendall().estimate())
                    .isCloseTo(expected.path("kendall").asDouble(), EXACT);
            Cell one = answer.cells().stream()
                    .filter(cell -> cell.temperature().equals(Temperature.of(1)))
                    .findFirst()
                    .orElseThrow();
            assertThat(one.mean()).isCloseTo(expected.path("meanAt1").asDouble(), EXACT);
            assertThat(one.sd()).isCloseTo(expected.path("sdAt1").asDouble(), EXACT);
            assertThat(one.quantiles().get("0.5"))
                    .isCloseTo(expected.path("medianAt1").asDouble(), EXACT);
        }
    }

    private static List<Score> scores(String metric) throws IOException {
        List<Score> scores = new ArrayList<>();
        for (String line : new String(resource("scores.csv"), StandardCharsets.UTF_8).split("\r?\n")) {
            String[] fields = line.split(",");
            if (fields[0].equals(metric)) {
                scores.add(Scores.scored(
                        Scores.story(
                                "s" + scores.size(),
                                new Source.Replay("fixture"),
                                Double.parseDouble(fields[1]),
                                Scores.NOON),
                        metric,
                        Double.parseDouble(fields[2])));
            }
        }
        return scores;
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ScipyTest.class.getResourceAsStream("/scipy/" + name)) {
            return in.readAllBytes();
        }
    }
}
