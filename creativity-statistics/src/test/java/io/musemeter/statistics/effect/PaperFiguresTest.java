package io.musemeter.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.cell.SeriesCells;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperFiguresTest {

    private static final Offset<Double> EXACT = within(1e-9);

    @BeforeAll
    static void referenceDataIsThere() {
        assumeTrue(
                Files.isDirectory(PaperSurvey.folder()),
                "skipped: the paper's reference data is not at " + PaperSurvey.folder());
    }

    @ParameterizedTest
    @ValueSource(strings = {"novelty", "typicality", "cohesion", "coherence"})
    void theCorrelationsOfTheSurveyAreReproduced(String condition) throws IOException {
        SeriesCells series = PaperSurvey.condition(condition);
        TemperatureSample sample = TemperatureSample.of(series, Selection.everything());
        Estimate pearson = ClassicalTests.pearson(sample, 0.95).value().orElseThrow();
        Estimate spearman = ClassicalTests.spearman(sample, 0.95).value().orElseThrow();
        Estimate slope = ClassicalTests.leastSquares(sample, 0.95).value().orElseThrow();

        assertThat(series.binnedValues()).isFalse();
        assertThat((double) sample.n()).isEqualTo(expected(condition, "n"));
        assertThat(pearson.estimate()).isCloseTo(expected(condition, "pearson"), EXACT);
        assertThat(pearson.p()).isCloseTo(expected(condition, "pearson_p"), EXACT);
        assertThat(pearson.low()).isCloseTo(fisher(condition).get(0), EXACT);
        assertThat(pearson.high()).isCloseTo(fisher(condition).get(1), EXACT);
        assertThat(spearman.estimate()).isCloseTo(expected(condition, "spearman"), EXACT);
        assertThat(spearman.p()).isCloseTo(expected(condition, "spearman_p"), EXACT);
        assertThat(Concordance.kendall(sample, 0.95).value().orElseThrow().estimate())
                .isCloseTo(expected(condition, "kendall_tau_b"), EXACT);
        assertThat(ClassicalTests.kendallP(sample).value().orElseThrow())
                .isCloseTo(expected(condition, "kendall_p"), EXACT);
        assertThat(slope.estimate()).isCloseTo(expected(condition, "ols_slope"), EXACT);
        assertThat(slope.standardError()).isCloseTo(expected(condition, "ols_slope_se"), EXACT);
        assertThat(Slope.of(sample, 0.95).value().orElseThrow().estimate())
                .isCloseTo(expected(condition, "ols_slope"), EXACT);
    }

    private static double expected(String condition, String figure) throws IOException {
        Matcher matcher =
                Pattern.compile("\"" + figure + "\":\\s*(-?[0-9.eE+-]+)").matcher(block(condition));
        assertThat(matcher.find()).as(figure).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    private static List<Double> fisher(String condition) throws IOException {
        Matcher matcher = Pattern.compile("\"fisher_ci95\":\\s*\\[([^\\]]*)\\]").matcher(block(condition));
        assertThat(matcher.find()).isTrue();
        return Stream.of(matcher.group(1).split(",", -1))
                .map(String::strip)
                .map(Double::valueOf)
                .toList();
    }

    private static String block(String condition) throws IOException {
        Path file = PaperSurvey.folder().resolve("expected.json");
        String json = Files.readString(file);
        int from = json.indexOf("\"" + condition + "\"");
        return json.substring(from, json.indexOf('}', from));
    }
}
