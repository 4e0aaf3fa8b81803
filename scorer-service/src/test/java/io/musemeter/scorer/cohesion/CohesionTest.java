package io.musemeter.scorer.cohesion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import io.musemeter.scorer.oracle.FamilyScores;
import io.musemeter.scorer.oracle.Inputs;
import io.musemeter.scorer.sentence.OpenNlpSentences;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CohesionTest {
    private static final CohesionFamily FAMILY = new CohesionFamily(OpenNlpSentences.load());

    @Test
    void aRepeatedSentenceOverlapsWholly() {
        String text = "The fox crossed the river. The fox crossed the river. The fox crossed the river.";

        assertThat(value("lexical_overlap", text)).isEqualTo(1);
        assertThat(value("referential_overlap", text)).isEqualTo(1);
    }

    @Test
    void singularAndPluralAreOneReference() {
        assertThat(value("referential_overlap", "A table stood in the hall. Many tables followed."))
                .isEqualTo(1);
    }

    @Test
    void aPossessiveRefersToItsNoun() {
        assertThat(value("referential_overlap", "She drank the river\u2019s water. Nobody owned rivers."))
                .isEqualTo(1);
    }

    @Test
    void sentencesThatShareNothingDoNotOverlap() {
        String text = "The fox crossed the river. Violins are expensive.";

        assertThat(value("lexical_overlap", text)).isZero();
        assertThat(value("referential_overlap", text)).isZero();
    }

    @Test
    void aConnectiveOfSeveralWordsCountsOnce() {
        assertThat(value("connective_density", "As a result she slept.")).isCloseTo(1.0 / 5, within(1e-12));
    }

    @Test
    void theLongestConnectiveThatFitsCounts() {
        Connectives connectives = new Connectives(List.of("as", "as long as", "long"));

        assertThat(connectives.count(List.of("as", "long", "as", "it", "was", "long")))
                .isEqualTo(2);
        assertThat(connectives.count(List.of())).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "🐉🐉", "从前有座山，山上有座庙。", "?!"})
    void aTextWithoutAWordInLatinScriptHasNoValue(String text) {
        for (var metric : FAMILY.metrics()) {
            assertThat(metric.score(FAMILY.analyse(Inputs.of("any", text))))
                    .isEqualTo(new ScoreOutcome.Unscorable(UnscorableReason.EMPTY_TEXT));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lexical_overlap", "referential_overlap"})
    void oneSentenceHasNoNeighbour(String metric) {
        assertThat(FamilyScores.outcome(FAMILY, metric, Inputs.of("any", "The fox crossed the river.")))
                .isEqualTo(new ScoreOutcome.Unscorable(UnscorableReason.TOO_SHORT));
    }

    /** Each kind once sent OpenNLP into time that grows with the square of the length; the limit is for a hang only. */
    @ParameterizedTest
    @ValueSource(strings = {"!", "a", "a ", "a.", "\n", "é", "'"})
    @Timeout(120)
    void aLongTextOfOneKindIsAnalysed(String kind) {
        String text = kind.repeat(20_000 / kind.length());

        TaggedStory story = FAMILY.analyse(Inputs.of("any", text));

        assertThat(story.wordCount() > 0).isEqualTo(text.codePoints().anyMatch(Character::isLetter));
    }

    private static double value(String metric, String text) {
        return FamilyScores.value(FAMILY, metric, Inputs.of("any", text)).orElseThrow();
    }
}
