package io.musemeter.statistics.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.effect.PaperSurvey;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {

    private static final double NO = Double.NaN;

    @Test
    void krippendorffsExampleGivesKrippendorffsAlpha() {
        // Four observers, twelve units; interval alpha .849 in "Computing Krippendorff's Alpha-Reliability" (2011).
        Ratings ratings = new Ratings(new double[][] {
            {1, 2, 3, 3, 2, 1, 4, 1, 2, NO, NO, NO},
            {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, NO, 3},
            {NO, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, NO},
            {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, NO}
        });

        assertThat(Agreement.krippendorffAlpha(ratings).value().orElseThrow()).isCloseTo(0.849, within(0.0005));
    }

    @Test
    void theExampleOfShroutAndFleissGivesTheirCorrelation() {
        // Six targets, four judges; ICC(1,1) = .17 in Shrout and Fleiss (1979).
        Ratings ratings = new Ratings(
                new double[][] {{9, 6, 8, 7, 10, 6}, {2, 1, 4, 1, 5, 2}, {5, 3, 6, 2, 6, 4}, {8, 2, 8, 6, 9, 7}});

        Agreement.Intraclass icc = Agreement.intraclass(ratings, 0.95).value().orElseThrow();

        assertThat(icc.icc()).isCloseTo(0.1657, within(0.0005));
        assertThat(icc.low()).isCloseTo(-0.1329, within(0.0005));
        assertThat(icc.high()).isCloseTo(0.7226, within(0.0005));
    }

    @ParameterizedTest
    @CsvSource({"novelty,0.547", "typicality,0.664", "cohesion,0.596", "coherence,0.749"})
    void thePublishedAlphasOfTheSurveyAreReproduced(String condition, double published) throws IOException {
        assumeTrue(
                Files.isDirectory(PaperSurvey.folder()),
                "skipped: the paper's reference data is not at " + PaperSurvey.folder());

        assertThat(Agreement.cronbachAlpha(survey(condition)).value().orElseThrow())
                .isCloseTo(published, within(0.0005));
    }

    @Test
    void ratersOfTheSurveyHardlyAgreeOnNovelty() throws IOException {
        assumeTrue(
                Files.isDirectory(PaperSurvey.folder()),
                "skipped: the paper's reference data is not at " + PaperSurvey.folder());

        assertThat(Agreement.intraclass(survey("novelty"), 0.95)
                        .value()
                        .orElseThrow()
                        .icc())
                .isLessThan(0.1);
    }

    @Test
    void agreementOfAllIsPerfectAndOfOneUnknown() {
        assertThat(Agreement.krippendorffAlpha(new Ratings(new double[][] {{1, 2, 3}, {1, 2, 3}}))
                        .value()
                        .orElseThrow())
                .isEqualTo(1);
        assertThat(Agreement.krippendorffAlpha(new Ratings(new double[][] {{1, 2, 3}})))
                .isInstanceOf(Answer.Unknown.class);
        assertThat(Agreement.krippendorffAlpha(new Ratings(new double[][] {{2, 2}, {2, 2}})))
                .isInstanceOf(Answer.Unknown.class);
        assertThat(Agreement.intraclass(new Ratings(new double[0][]), 0.95)).isInstanceOf(Answer.Unknown.class);
        assertThat(Agreement.cronbachAlpha(new Ratings(new double[][] {{1}, {2}})))
                .isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void unevenOrInfiniteRatingsAreRefusedByName() {
        assertThatThrownBy(() -> new Ratings(new double[][] {{1, 2}, {1}})).hasMessageStartingWith("ratings: rater 1");
        assertThatThrownBy(() -> new Ratings(new double[][] {{1, Double.POSITIVE_INFINITY}}))
                .hasMessageStartingWith("ratings: rater 0");
    }

    private static Ratings survey(String condition) throws IOException {
        List<List<String>> rows = PaperSurvey.rows();
        List<String> header = rows.get(0);
        List<List<String>> data = rows.subList(1, rows.size());
        List<String> raters = distinct(data, header.indexOf("participant_id"));
        List<String> items = distinct(data, header.indexOf("story_id"));
        double[][] values = new double[raters.size()][items.size()];
        Arrays.stream(values).forEach(row -> Arrays.fill(row, NO));
        for (List<String> row : data) {
            int rater = raters.indexOf(row.get(header.indexOf("participant_id")));
            int item = items.indexOf(row.get(header.indexOf("story_id")));
            values[rater][item] = Double.parseDouble(row.get(header.indexOf(condition)));
        }
        return new Ratings(values);
    }

    private static List<String> distinct(List<List<String>> rows, int column) {
        SortedSet<String> values = new TreeSet<>();
        rows.forEach(row -> values.add(row.get(column)));
        return List.copyOf(values);
    }
}
