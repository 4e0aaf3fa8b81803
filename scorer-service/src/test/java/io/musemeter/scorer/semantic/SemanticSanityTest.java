package io.musemeter.scorer.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.scorer.oracle.FamilyScores;
import io.musemeter.scorer.oracle.Inputs;
import io.musemeter.scorer.oracle.OracleTexts;
import io.musemeter.scorer.oracle.SanityTexts;
import io.musemeter.scorer.sentence.OpenNlpSentences;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the embedding model that is served. */
class SemanticSanityTest {
    private static final MiniLmEmbedder EMBEDDER = MiniLmEmbedder.load();
    private static final SemanticFamily FAMILY = new SemanticFamily(
            EMBEDDER, OpenNlpSentences.load(), Optional.of(OracleTexts.reference()), YieldThresholds.DEFAULT);
    private static final String STORY = OracleTexts.named("story");
    private static final String SALAD = OracleTexts.named("salad");
    private static final List<String> SHUFFLED = SanityTexts.shuffled().subList(0, 5);

    @AfterAll
    static void close() {
        EMBEDDER.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sentence_coherence_1", "sentence_coherence_2"})
    void coherenceFallsWhenTheSentencesAreShuffled(String metric) {
        double inOrder = value(metric, SanityTexts.fiveTales());

        assertThat(SHUFFLED).allSatisfy(text -> assertThat(value(metric, text)).isLessThan(inOrder));
    }

    @Test
    void divergentIntegrationDoesNotDependOnTheOrderOfSentences() {
        assertThat(value("divergent_integration", SHUFFLED.get(0)))
                .isCloseTo(value("divergent_integration", SanityTexts.fiveTales()), within(1e-6));
    }

    @Test
    void aCopyOfAReferenceStoryIsNotNovelAndIsTypical() {
        assertThat(value("semantic_novelty", STORY)).isCloseTo(0, within(1e-6));
        assertThat(value("semantic_typicality", STORY)).isGreaterThan(value("semantic_typicality", SALAD));
    }

    @Test
    void aCopyOfTheExemplarIsWhollySimilarToIt() {
        assertThat(FamilyScores.value(FAMILY, "exemplar_similarity", Inputs.of("any", STORY, STORY))
                        .orElseThrow())
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void wordSaladIsNovelButIncoherentAndYieldsNothing() {
        assertThat(value("semantic_novelty", SALAD)).isGreaterThan(YieldThresholds.DEFAULT.novelty());
        assertThat(value("sentence_coherence_1", SALAD)).isLessThan(value("sentence_coherence_1", STORY));
        assertThat(value("creative_yield", SALAD)).isZero();
    }

    private static double value(String metric, String text) {
        return FamilyScores.value(FAMILY, metric, Inputs.of("any", text)).orElseThrow();
    }
}
