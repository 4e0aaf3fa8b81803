package io.musemeter.storymodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoringTest {

    private static final String PLAIN =
            "Once upon a time, there was a little girl named Lily. She liked to play with her ball in the park.";

    private final StoryModel model = StoryModel.embedded();

    @Test
    void emptyTextIsUnscorable() {
        assertThat(model.score("")).isEqualTo(new Scoring.Unscorable("the text is empty"));
        assertThat(model.score()).isEqualTo(new Scoring.Unscorable("there are no tokens"));
    }

    @Test
    void aPlainStoryIsLikelierThanItsWordsInDisorder() {
        List<String> words = Arrays.asList(PLAIN.split(" "));
        java.util.Collections.shuffle(words, new Random(1));

        assertThat(perplexity(PLAIN)).isLessThan(8);
        assertThat(perplexity(String.join(" ", words))).isGreaterThan(5 * perplexity(PLAIN));
    }

    @Test
    void perplexityIsTheInverseGeometricMeanProbability() {
        Scoring.Scored scored = new Scoring.Scored(List.of("a", "b"), new double[] {Math.log(.5), Math.log(.125)});

        assertThat(scored.perplexity()).isCloseTo(4, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " ",
                "\u0000",
                "😀👩‍👩‍👧",
                "\u202Eمرحبا",
                "\ud800",
                "\uFFFD\uFFFD",
                "¡™£¢∞§¶•ªº",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void anyTextHasAFinitePerplexityOfAtLeastOne(String text) {
        assertThat(perplexity(text)).isGreaterThanOrEqualTo(1).isFinite();
    }

    @Test
    void tokensMakeUpTheText() {
        Scoring.Scored scored = (Scoring.Scored) model.score(PLAIN);

        assertThat(String.join("", scored.tokens())).isEqualTo(PLAIN);
        assertThat(DoubleStream.of(scored.logProbabilities()))
                .hasSameSizeAs(scored.tokens())
                .allMatch(p -> p <= 0);
    }

    @Test
    void aTextLongerThanTheContextIsScoredOnceAndWithContext() {
        int context = model.card().context();
        int[] tokens = model.tokenizer().encode(PLAIN.concat(" ").repeat(60));
        int half = context / 2;

        double[] all = ((Scoring.Scored) model.score(tokens)).logProbabilities();

        // The first window, alone.
        double[] first = ((Scoring.Scored) model.score(Arrays.copyOf(tokens, context))).logProbabilities();
        assertThat(Arrays.copyOf(all, context)).isEqualTo(first);
        // The second begins half a context later; in it the tokens are at other positions.
        float[][] second = model.logits(Arrays.copyOfRange(tokens, half - 1, half - 1 + context));
        int target = context + 10;
        float[] before = second[target - half];
        assertThat(all[target]).isCloseTo(before[tokens[target]] - Kernels.logSumExp(before), within(1e-9));
        assertThat(all).hasSize(tokens.length);
    }

    @Test
    void aTextOfTenThousandWordsIsScored() {
        String text = PLAIN.concat("\n").repeat(480);

        Scoring.Scored scored = (Scoring.Scored) model.score(text);

        assertThat(text.split("\\s+")).hasSizeGreaterThan(10_000);
        assertThat(scored.tokens()).hasSizeGreaterThan(10_000);
        assertThat(scored.perplexity()).isBetween(1.0, 10.0);
    }

    @Test
    void aNumberThatIsNoTokenIsRejected() {
        assertThatThrownBy(() -> model.score(1, 1024))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not 1024");
    }

    @Test
    void aScoreOfNothingCannotBeMade() {
        assertThatThrownBy(() -> new Scoring.Scored(List.of(), new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Scoring.Scored(List.of("a"), new double[2]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private double perplexity(String text) {
        return ((Scoring.Scored) model.score(text)).perplexity();
    }
}
