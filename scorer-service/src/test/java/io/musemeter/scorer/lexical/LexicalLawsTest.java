package io.musemeter.scorer.lexical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import io.musemeter.scorer.metric.Metric;
import io.musemeter.scorer.oracle.FamilyScores;
import io.musemeter.scorer.oracle.Inputs;
import io.musemeter.scorer.oracle.OracleTexts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class LexicalLawsTest {
    private static final LexicalFamily FAMILY = new LexicalFamily(Optional.of(OracleTexts.reference()));
    private static final List<String> DIVERSITY =
            List.of("distinct_1", "distinct_2", "distinct_3", "mattr", "mtld", "self_repetition", "ngram_novelty");

    @Property(tries = 300)
    void scoresOfAnyTextLieInTheirRange(@ForAll String text) {
        LexicalStory story = FAMILY.analyse(Inputs.of("any", text));

        for (Metric<LexicalStory> metric : FAMILY.metrics()) {
            if (metric.score(story) instanceof ScoreOutcome.Scored scored) {
                assertThat(scored.value())
                        .as(metric.spec().name())
                        .isBetween(metric.spec().low(), metric.spec().high());
            }
        }
    }

    @Property(tries = 100)
    void onlyWhichWordsAreAlikeMatters(@ForAll @Size(min = 1, max = 200) List<@IntRange(max = 20) Integer> words) {
        String one = text(words, "a");
        String other = text(words, "zz");

        for (String metric : DIVERSITY) {
            assertThat(value(metric, one)).as(metric).isEqualTo(value(metric, other));
        }
    }

    @Property(tries = 100)
    void diversityOfMtldReadsAlikeBackwards(@ForAll @Size(min = 1, max = 200) List<@IntRange(max = 20) Integer> words) {
        List<Integer> reversed = new ArrayList<>(words);
        Collections.reverse(reversed);

        OptionalDouble forwards = value("mtld", text(words, "a"));
        OptionalDouble backwards = value("mtld", text(reversed, "a"));

        assertThat(forwards.isPresent()).isEqualTo(backwards.isPresent());
        forwards.ifPresent(mtld -> assertThat(mtld).isCloseTo(backwards.orElseThrow(), within(1e-9)));
    }

    @Property(tries = 50)
    void aTextThatRepeatsNoWordHasNoMtld(@ForAll @IntRange(min = 1, max = 400) int words) {
        List<Integer> all = IntStream.range(0, words).boxed().toList();

        assertThat(FamilyScores.outcome(FAMILY, "mtld", Inputs.of("any", text(all, "a"))))
                .isEqualTo(new ScoreOutcome.Unscorable(UnscorableReason.TOO_SHORT));
        assertThat(value("distinct_1", text(all, "a"))).hasValue(1);
    }

    private static String text(List<Integer> words, String prefix) {
        return String.join(
                " ",
                words.stream()
                        .map(word -> prefix + (char) ('a' + word % 26) + word / 26)
                        .toList());
    }

    private static OptionalDouble value(String metric, String text) {
        return FamilyScores.value(FAMILY, metric, Inputs.of("any", text));
    }
}
