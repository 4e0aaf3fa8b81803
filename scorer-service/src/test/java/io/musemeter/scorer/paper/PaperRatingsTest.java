package io.musemeter.scorer.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.musemeter.scorer.likelihood.ReferenceModel;
import io.musemeter.scorer.service.EmbeddedStoryModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of docs/paper-ratings.md; {@code -Dmusemeter.rewrite=true} writes it anew. */
class PaperRatingsTest {
    private static final Path DOCUMENT =
            Path.of(System.getProperty("musemeter.root", ".."), "docs", "paper-ratings.md");
    private static final Pattern TABLE = Pattern.compile("(<!-- table -->\n).*(<!-- end of table -->)", Pattern.DOTALL);

    @BeforeAll
    static void needsThePaper() {
        assumeTrue(PaperData.isThere(), "the paper's data is not at ../shared/paper");
    }

    @Test
    void theDocumentedTableIsWhatTheMetricsGive() throws IOException {
        ReferenceModel model = new EmbeddedStoryModel();
        PaperTable table = PaperTable.of(PaperData.read(), model);
        if (Boolean.getBoolean("musemeter.rewrite")) {
            rewrite(table, model.fingerprint());
        }

        String document = Files.readString(DOCUMENT);

        boolean sameModel = document.contains(model.fingerprint());
        assertThat(table.rows()).hasSizeGreaterThan(10).allSatisfy(row -> {
            MatchResult documented = documented(document, row);
            if (sameModel || !row.metric().equals("reference_perplexity")) {
                // The embedding's integer arithmetic may differ in the last place between processors.
                assertThat(Double.parseDouble(documented.group(1)))
                        .isCloseTo(row.all().rho(), within(0.05));
                assertThat(Integer.parseInt(documented.group(2)))
                        .isEqualTo(row.all().n());
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"novelty, .27", "typicality, .41", "cohesion, .74", "coherence, .67"})
    void aPerfectMetricCouldNotExceedTheRatingsOwnReliability(String condition, double ceiling) {
        double computed =
                RatingCeiling.of(PaperData.read().ratings().get(condition).values());

        assertThat(computed).isCloseTo(ceiling, within(0.01));
    }

    private static MatchResult documented(String document, PaperTable.Row row) {
        Matcher matcher = Pattern.compile(
                        "\\| " + row.condition() + " \\| `" + row.metric() + "` \\| (-?[\\d.]+) \\[.*?n = (\\d+)")
                .matcher(document);
        assertThat(matcher.find()).as(row.metric() + " is documented").isTrue();
        return matcher.toMatchResult();
    }

    private static void rewrite(PaperTable table, String fingerprint) throws IOException {
        List<String> ceilings = PaperData.CONDITIONS.stream()
                .map(condition -> String.format("%s %.2f", condition, table.ceiling(condition)))
                .toList();
        String lines = "| condition | metric | all stories | without the exemplar itself |\n|---|---|---|---|\n"
                + table.rows().stream().map(PaperTable.Row::markdown).collect(Collectors.joining("\n"))
                + "\n\nCeilings: " + String.join(", ", ceilings) + ".\nReference model of `reference_perplexity`: `"
                + fingerprint + "`.\n";
        String document = Files.readString(DOCUMENT);
        Files.writeString(
                DOCUMENT, TABLE.matcher(document).replaceFirst("$1" + Matcher.quoteReplacement(lines) + "$2"));
    }
}
