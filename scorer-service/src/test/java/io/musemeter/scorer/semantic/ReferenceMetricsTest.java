package io.musemeter.scorer.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.Temperature;
import io.musemeter.events.UnscorableReason;
import io.musemeter.scorer.oracle.FamilyScores;
import io.musemeter.scorer.oracle.Inputs;
import io.musemeter.scorer.oracle.OracleTexts;
import io.musemeter.scorer.reference.InvalidReferenceSetException;
import io.musemeter.scorer.reference.ReferenceSet;
import io.musemeter.scorer.reference.ReferenceStory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceMetricsTest {
    private static final SemanticFamily WITHOUT = new SemanticFamily(new CodePointEmbedder(), new FullStops());
    private static final SemanticFamily WITH = with(new YieldThresholds(0.05, 0.5));
    private static final String STORY = OracleTexts.named("story");

    @Test
    void aCopyOfAReferenceStoryIsNotNovel() {
        assertThat(value("semantic_novelty", "another-id", STORY)).isCloseTo(0, within(1e-12));
    }

    @Test
    void aMemberOfTheSetIsComparedWithTheOthers() {
        assertThat(value("semantic_novelty", "story", STORY)).isGreaterThan(0.01);
    }

    @ParameterizedTest
    @ValueSource(strings = {"semantic_novelty", "semantic_typicality", "creative_yield"})
    void withoutAReferenceSetThereIsNothingToCompareWith(String metric) {
        assertThat(FamilyScores.outcome(WITHOUT, metric, Inputs.of("any", STORY)))
                .isEqualTo(new ScoreOutcome.Unscorable(UnscorableReason.NO_REFERENCE_SET));
    }

    @Test
    void yieldIsSignedWithItsThresholds() {
        assertThat(List.of(signature(WITH), signature(with(new YieldThresholds(0.05, 0.6))), signature(WITHOUT)))
                .doesNotHaveDuplicates();
    }

    @Test
    void yieldIsUnscorableWhereCoherenceIs() {
        assertThat(FamilyScores.outcome(WITH, "creative_yield", Inputs.of("any", "Only one sentence.")))
                .isEqualTo(new ScoreOutcome.Unscorable(UnscorableReason.TOO_SHORT));
    }

    @Test
    void refusesAReferenceStoryThatHasNoEmbedding() {
        ReferenceSet set = new ReferenceSet(Stream.of("a", "b", "c", "d", "\u00a0.")
                .map(text -> new ReferenceStory("id " + text, Temperature.of(1), text))
                .toList());
        TextEmbedder onlyLetters = new TextEmbedder() {
            @Override
            public String fingerprint() {
                return "letters";
            }

            @Override
            public Optional<float[]> embed(String text) {
                return text.matches("[a-z]") ? Optional.of(new float[] {1}) : Optional.empty();
            }
        };

        assertThatThrownBy(() ->
                        new SemanticFamily(onlyLetters, new FullStops(), Optional.of(set), YieldThresholds.DEFAULT))
                .isInstanceOf(InvalidReferenceSetException.class);
    }

    @Test
    void refusesThresholdsOutsideTheRangeOfTheirMetric() {
        assertThatThrownBy(() -> new YieldThresholds(Double.NaN, 0)).hasMessage("novelty: must lie in [0.0, 2.0]");
        assertThatThrownBy(() -> new YieldThresholds(0, 1.5)).hasMessage("coherence: must lie in [-1.0, 1.0]");
    }

    private static SemanticFamily with(YieldThresholds thresholds) {
        return new SemanticFamily(
                new CodePointEmbedder(), new FullStops(), Optional.of(OracleTexts.reference()), thresholds);
    }

    private static String signature(SemanticFamily family) {
        return FamilyScores.metric(family, "creative_yield").evaluatorId().text();
    }

    private static double value(String metric, String storyId, String text) {
        return FamilyScores.value(WITH, metric, Inputs.of(storyId, text)).orElseThrow();
    }
}
