package io.musemeter.scorer.lexical;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.Temperature;
import io.musemeter.events.UnscorableReason;
import io.musemeter.scorer.oracle.FamilyScores;
import io.musemeter.scorer.oracle.Inputs;
import io.musemeter.scorer.oracle.OracleTexts;
import io.musemeter.scorer.reference.ReferenceSet;
import io.musemeter.scorer.reference.ReferenceStory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NGramNoveltyTest {
    private static final LexicalFamily FAMILY = new LexicalFamily(Optional.of(OracleTexts.reference()));

    @Test
    void aCopyOfAReferenceStoryHasNone() {
        assertThat(novelty(FAMILY, "another-id", OracleTexts.named("story"))).isEqualTo(new ScoreOutcome.Scored(0));
    }

    @Test
    void aMemberOfTheSetIsComparedWithTheOthers() {
        ScoreOutcome.Scored member = (ScoreOutcome.Scored) novelty(FAMILY, "story", OracleTexts.named("story"));

        assertThat(member.value()).isGreaterThan(0.9);
    }

    @Test
    void withoutAReferenceSetThereIsNoneToMeasure() {
        assertThat(novelty(new LexicalFamily(), "any", "once upon a time"))
                .isEqualTo(new ScoreOutcome.Unscorable(UnscorableReason.NO_REFERENCE_SET));
    }

    @Test
    void isSignedWithTheReferenceSet() {
        LexicalFamily other = new LexicalFamily(Optional.of(new ReferenceSet(Stream.of("a", "b", "c", "d", "e")
                .map(id -> new ReferenceStory(id, Temperature.of(1), "text of " + id))
                .toList())));

        assertThat(List.of(signature(FAMILY), signature(other), signature(new LexicalFamily())))
                .doesNotHaveDuplicates();
    }

    private static String signature(LexicalFamily family) {
        return FamilyScores.metric(family, "ngram_novelty").evaluatorId().text();
    }

    private static ScoreOutcome novelty(LexicalFamily family, String storyId, String text) {
        return FamilyScores.outcome(family, "ngram_novelty", Inputs.of(storyId, text));
    }
}
