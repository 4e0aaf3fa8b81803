package io.musemeter.scorer.likelihood;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.Story;
import io.musemeter.events.StoryOutcome;
import io.musemeter.events.UnscorableReason;
import io.musemeter.scorer.TestStories;
import io.musemeter.scorer.metric.ScoringInput;
import io.musemeter.scorer.oracle.FamilyScores;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LikelihoodFamilyTest {
    private final LikelihoodFamily family = new LikelihoodFamily(new ReferenceModel() {
        @Override
        public String fingerprint() {
            return "0123456789abcdef0123456789abcdef";
        }

        @Override
        public double[] logProbabilities(String text) {
            return text.chars().mapToDouble(c -> -Math.log(4)).toArray();
        }
    });

    @Test
    void referencePerplexityIsThatOfTheReferenceModel() {
        ScoreOutcome outcome = outcome("reference_perplexity", TestStories.written("a", "some text"));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ScoreOutcome.Scored.class,
                        scored ->
                                assertThat(scored.value()).isCloseTo(4, org.assertj.core.api.Assertions.within(1e-12)));
    }

    @Test
    void anEmptyStoryHasNoReferencePerplexity() {
        ScoreOutcome outcome = outcome("reference_perplexity", TestStories.written("a", ""));

        assertThat(outcome).isEqualTo(new ScoreOutcome.Unscorable(UnscorableReason.EMPTY_TEXT));
    }

    @Test
    void providerPerplexityIsThatOfTheProvidersLogProbabilities() {
        Story story = TestStories.withLogProbabilities("a", List.of(-1.0, -1.0));

        ScoreOutcome outcome = outcome("provider_perplexity", story);

        assertThat(outcome).isEqualTo(new ScoreOutcome.Scored(StrictMath.exp(1)));
    }

    @Test
    void withoutLogProbabilitiesThereIsNoProviderPerplexity() {
        ScoreOutcome none = new ScoreOutcome.Unscorable(UnscorableReason.NO_LOG_PROBABILITIES);

        assertThat(outcome("provider_perplexity", TestStories.written("a", "text")))
                .isEqualTo(none);
        assertThat(outcome("provider_perplexity", TestStories.withLogProbabilities("a", List.of())))
                .isEqualTo(none);
    }

    @Test
    void anImpossibleTokenMakesProviderPerplexityNotFinite() {
        Story story = TestStories.withLogProbabilities("a", List.of(-1.0, Double.NEGATIVE_INFINITY));

        ScoreOutcome outcome = outcome("provider_perplexity", story);

        assertThat(outcome).isEqualTo(new ScoreOutcome.Unscorable(UnscorableReason.NOT_FINITE));
    }

    @Test
    void withoutCandidatesThereIsNoShape() {
        ScoreOutcome none = new ScoreOutcome.Unscorable(UnscorableReason.NO_TOP_LOG_PROBABILITIES);
        Story story = TestStories.withLogProbabilities("a", List.of(-1.0));

        assertThat(List.of("raw_support", "tempered_support", "leaked_mass"))
                .allSatisfy(metric -> assertThat(outcome(metric, story)).isEqualTo(none));
    }

    @Test
    void theReferenceModelSignsItsScores() {
        assertThat(FamilyScores.metric(family, "reference_perplexity")
                        .evaluatorId()
                        .configurationHash())
                .isEqualTo("0123456789abcdef");
    }

    private ScoreOutcome outcome(String metric, Story story) {
        StoryOutcome.Written written = (StoryOutcome.Written) story.outcome();
        return FamilyScores.outcome(family, metric, new ScoringInput(story, written, Optional.empty()));
    }
}
