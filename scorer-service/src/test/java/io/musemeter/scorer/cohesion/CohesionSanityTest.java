package io.musemeter.scorer.cohesion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.scorer.oracle.FamilyScores;
import io.musemeter.scorer.oracle.Inputs;
import io.musemeter.scorer.oracle.SanityTexts;
import io.musemeter.scorer.sentence.OpenNlpSentences;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CohesionSanityTest {
    private static final CohesionFamily FAMILY = new CohesionFamily(OpenNlpSentences.load());
    private static final List<String> SHUFFLED = SanityTexts.shuffled();

    @ParameterizedTest
    @ValueSource(strings = {"lexical_overlap", "referential_overlap"})
    void fallsWhenTheSentencesAreShuffled(String metric) {
        double inOrder = value(metric, SanityTexts.fiveTales());

        assertThat(SHUFFLED).allSatisfy(text -> assertThat(value(metric, text)).isLessThan(inOrder));
    }

    @Test
    void connectivesDoNotDependOnTheOrderOfSentences() {
        double inOrder = value("connective_density", SanityTexts.fiveTales());

        assertThat(value("connective_density", SHUFFLED.get(0))).isCloseTo(inOrder, within(1e-12));
    }

    private static double value(String metric, String text) {
        return FamilyScores.value(FAMILY, metric, Inputs.of("any", text)).orElseThrow();
    }
}
