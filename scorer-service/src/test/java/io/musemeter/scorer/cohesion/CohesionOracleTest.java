package io.musemeter.scorer.cohesion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.scorer.oracle.FamilyScores;
import io.musemeter.scorer.oracle.Inputs;
import io.musemeter.scorer.oracle.OracleFigures;
import io.musemeter.scorer.oracle.OracleTexts;
import io.musemeter.scorer.sentence.OpenNlpSentences;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Figures made of the same tagged words with NLTK's stemmer and Python's sets: {@code oracle/cohesion.py}. */
class CohesionOracleTest {
    private static final CohesionFamily FAMILY = new CohesionFamily(OpenNlpSentences.load());

    private static final Map<String, TaggedStory> STORIES = OracleTexts.all().entrySet().stream()
            .collect(Collectors.toMap(
                    Map.Entry::getKey, text -> FAMILY.analyse(Inputs.of(text.getKey(), text.getValue()))));

    static List<OracleFigures> figures() {
        return OracleFigures.of("cohesion.json", metric -> !metric.equals("words") && !metric.equals("sentences"));
    }

    static List<OracleFigures> counts() {
        return OracleFigures.of("cohesion.json", metric -> metric.equals("words") || metric.equals("sentences"));
    }

    @ParameterizedTest
    @MethodSource("figures")
    void equalsTheOracle(OracleFigures figure) {
        ScoreOutcome outcome = FamilyScores.metric(FAMILY, figure.metric()).score(STORIES.get(figure.text()));
        OptionalDouble value = outcome instanceof ScoreOutcome.Scored scored
                ? OptionalDouble.of(scored.value())
                : OptionalDouble.empty();

        assertThat(value.isPresent()).isEqualTo(figure.value().isPresent());
        figure.value().ifPresent(expected -> assertThat(value.orElseThrow()).isCloseTo(expected, within(1e-9)));
    }

    @ParameterizedTest
    @MethodSource("counts")
    void modelsFindTheSameWordsAndSentencesAsWhenTheFiguresWereMade(OracleFigures figure) {
        TaggedStory story = STORIES.get(figure.text());

        int count = figure.metric().equals("words")
                ? story.wordCount()
                : story.sentences().size();
        assertThat(count).isEqualTo((int) figure.value().orElseThrow());
    }
}
