package io.musemeter.aggregator.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.musemeter.aggregator.Scores;
import io.musemeter.aggregator.series.Batch;
import io.musemeter.events.EventJson;
import io.musemeter.events.Score;
import io.musemeter.events.Source;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Window;
import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.effect.Concordance;
import io.musemeter.statistics.effect.Pearson;
import io.musemeter.statistics.effect.Selection;
import io.musemeter.statistics.effect.Spearman;
import io.musemeter.statistics.effect.TemperatureSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The paper's published correlations at the end of the whole topology, the exemplar's arm included as there. */
class PaperTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final Path FOLDER = Path.of("../../shared/paper");

    @BeforeAll
    static void referenceDataIsThere() {
        assumeTrue(Files.isDirectory(FOLDER), "skipped: the paper's reference data is not at " + FOLDER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"novelty", "typicality", "cohesion", "coherence"})
    void theCorrelationsOfTheSurveyAreReproduced(String condition) throws IOException {
        JsonNode expected =
                find(EventJson.mapper().readTree(FOLDER.resolve("expected.json").toFile()), condition);
        List<Score> scores = scores(condition);
        try (Pipeline pipeline = new Pipeline()) {
            scores.forEach(pipeline::send);
            pipeline.tick();

            Correlation answer = pipeline.answer(scores.get(0), Window.ALL);
            assertThat(answer.binnedValues()).isFalse();
            assertThat(answer.counts().scored()).isEqualTo(expected.path("n").asLong());
            assertThat(answer.scope().slopeWithColdArm().estimate())
                    .isCloseTo(expected.path("ols_slope").asDouble(), EXACT);
        }
    }

    /** The headline leaves the exemplar's arm out; the paper did not, so its coefficients are read from the same cells. */
    @ParameterizedTest
    @ValueSource(strings = {"novelty", "typicality", "cohesion", "coherence"})
    void theCellsHoldThePapersCoefficients(String condition) throws IOException {
        JsonNode expected =
                find(EventJson.mapper().readTree(FOLDER.resolve("expected.json").toFile()), condition);

        TemperatureSample sample =
                TemperatureSample.of(Batch.cells(scores(condition), Set.of()), Selection.everything());

        assertThat(estimate(Pearson.of(sample, 0.95)))
                .isCloseTo(expected.path("pearson").asDouble(), EXACT);
        assertThat(estimate(Spearman.of(sample, 0.95)))
                .isCloseTo(expected.path("spearman").asDouble(), EXACT);
        assertThat(estimate(Concordance.kendall(sample, 0.95)))
                .isCloseTo(expected.path("kendall_tau_b").asDouble(), EXACT);
    }

    private static double estimate(Answer<Estimate> answer) {
        return answer.value().orElseThrow().estimate();
    }

    private static JsonNode find(JsonNode tree, String condition) {
        return tree.has(condition) ? tree.get(condition) : tree.findValue(condition);
    }

    private static List<Score> scores(String condition) throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve("survey_data_by_evaluation.csv"));
        List<String> header = Arrays.asList(lines.get(0).split(",", -1));
        int value = header.indexOf(condition);
        int temperature = header.indexOf("temperature");
        List<Score> scores = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] row = line.split(",", -1);
            scores.add(Scores.scored(
                    Scores.story(
                            "r" + scores.size(),
                            new Source.Replay("paper"),
                            Double.parseDouble(row[temperature]),
                            Scores.NOON),
                    "judged_" + condition,
                    Double.parseDouble(row[value])));
        }
        return scores;
    }
}
