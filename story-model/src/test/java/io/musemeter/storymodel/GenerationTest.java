package io.musemeter.storymodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationTest {

    private final StoryModel model = StoryModel.embedded();

    @Test
    void greedyWritingDoesNotDependOnTheSeed() {
        Generated one = model.generate("", Sampling.at(0, 1), 60);
        Generated other = model.generate("", Sampling.at(0, 2), 60);

        assertThat(one).usingRecursiveComparison().isEqualTo(other);
        assertThat(one.text()).startsWith("Once upon a time");
    }

    @Test
    void greedyWritingTakesTheLikeliestTokenEachTime() {
        Generated story = model.generate("", Sampling.greedy(), 40);

        int[] ids = ids(story);
        float[][] logits =
                model.logits(IntStream.concat(IntStream.of(model.tokenizer().begin()), IntStream.of(ids))
                        .toArray());
        for (int i = 0; i < ids.length; i++) {
            int at = i;
            assertThat(IntStream.range(0, logits[at].length).allMatch(t -> logits[at][t] <= logits[at][ids[at]]))
                    .isTrue();
        }
    }

    @Test
    void theSameSeedWritesTheSameStoryAndAnotherSeedAnother() {
        Generated story = model.generate("", Sampling.at(1, 5), 60);

        assertThat(model.generate("", Sampling.at(1, 5), 60))
                .usingRecursiveComparison()
                .isEqualTo(story);
        assertThat(model.generate("", Sampling.at(1, 6), 60).text()).isNotEqualTo(story.text());
    }

    @Property(tries = 12)
    void rawLogProbabilitiesAreThoseOfScoringTheSameTokens(
            @ForAll long seed,
            @ForAll @DoubleRange(max = 3) double temperature,
            @ForAll @IntRange(min = 1, max = 90) int most) {
        Generated story = model.generate("", new Sampling(temperature, 200, .99, .001, seed), most);

        assertThat(story.rawLogProbabilities()).hasSameSizeAs(story.ids()).hasSameSizeAs(story.tokens());
        if (!story.ids().isEmpty()) {
            Scoring.Scored scored = (Scoring.Scored) model.score(ids(story));
            // To the last bit: rows computed together and one by one are summed in the same order.
            assertThat(scored.logProbabilities()).isEqualTo(story.rawLogProbabilities());
        }
    }

    @Test
    void tokensMakeUpTheText() {
        Generated story = model.generate("", Sampling.at(.7, 3), 120);

        assertThat(String.join("", story.tokens())).isEqualTo(story.text());
        assertThat(model.tokenizer().decode(ids(story))).isEqualTo(story.text());
    }

    @Test
    void aStoryThatIsCutSaysSoAndOneThatEndsToo() {
        List<Generated> stories = IntStream.range(0, 6)
                .mapToObj(s -> model.generate("", Sampling.at(.5, s), 512))
                .toList();

        assertThat(model.generate("", Sampling.at(.5, 1), 10))
                .satisfies(cut -> assertThat(cut.finishReason()).isEqualTo(Generated.FinishReason.LENGTH))
                .satisfies(cut -> assertThat(cut.ids()).hasSize(10));
        assertThat(stories).anySatisfy(s -> {
            assertThat(s.finishReason()).isEqualTo(Generated.FinishReason.STOP);
            assertThat(s.ids())
                    .hasSizeLessThan(511)
                    .doesNotContain(model.tokenizer().end());
        });
    }

    @Test
    void theContextEndsAStoryThatDoesNotEnd() {
        int context = model.card().context();

        List<Generated> salads = IntStream.range(0, 3)
                .mapToObj(s -> model.generate("", Sampling.at(3, s), 10_000))
                .toList();

        assertThat(salads).anySatisfy(s -> {
            assertThat(s.finishReason()).isEqualTo(Generated.FinishReason.LENGTH);
            assertThat(s.ids()).hasSize(context - 1);
        });
    }

    @Test
    void anOpeningIsGoneOnFromAndNotRepeated() {
        String opening = "Once upon a time there was a dragon named";

        Generated story = model.generate(opening, Sampling.greedy(), 30);

        assertThat(story.text()).startsWith(" ").doesNotContain(opening);
        Scoring.Scored whole = (Scoring.Scored) model.score(IntStream.concat(
                        IntStream.of(model.tokenizer().encode(opening)),
                        story.ids().stream().mapToInt(i -> i))
                .toArray());
        int given = model.tokenizer().encode(opening).length;
        assertThat(whole.logProbabilities())
                .endsWith(story.rawLogProbabilities())
                .hasSize(given + story.ids().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000\u0001", "👾\ud800", "بسم", "     ", "\n"})
    void anyOpeningCanBeGoneOnFrom(String opening) {
        assertThat(DoubleStream.of(model.generate(opening, Sampling.at(1, 1), 5).rawLogProbabilities()))
                .allMatch(p -> p <= 0 && Double.isFinite(p));
    }

    @Test
    void whatCannotBeWrittenIsSaid() {
        String tooLong = "dog ".repeat(600);

        assertThatThrownBy(() -> model.generate(tooLong, Sampling.greedy(), 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("opening has ")
                .hasMessageContaining("at most 510");
        assertThatThrownBy(() -> model.generate("", Sampling.greedy(), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mostTokens must be at least 1, not 0");
    }

    @Test
    void neverWritesTokensThatTheTrainingTextLacks() {
        Generated salad = model.generate("", Sampling.at(50, 1), 500);

        assertThat(salad.ids()).isNotEmpty().doesNotContain(model.tokenizer().begin(), 0, 7, 0xFF);
    }

    @Test
    void threadsDoNotDisturbEachOther() {
        List<String> alone = IntStream.range(0, 8).mapToObj(this::story).toList();

        List<String> together =
                IntStream.range(0, 8).parallel().mapToObj(this::story).toList();

        assertThat(together).isEqualTo(alone);
    }

    private String story(int seed) {
        return model.generate("", Sampling.at(1, seed), 40).text();
    }

    private static int[] ids(Generated story) {
        return story.ids().stream().mapToInt(Integer::intValue).toArray();
    }
}
