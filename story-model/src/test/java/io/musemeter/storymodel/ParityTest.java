package io.musemeter.storymodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ParityTest {

    private static final double TOLERANCE = 1e-4;

    private final StoryModel model = StoryModel.embedded();

    static List<ParityFixture.Text> texts() {
        return ParityFixture.load().texts();
    }

    static List<ParityFixture.Sequence> sequences() {
        return ParityFixture.load().sequences();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void encodesAsTheTrainingTokenizer(ParityFixture.Text text) {
        assertThat(model.tokenizer().encode(text.text())).isEqualTo(text.tokens());
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void logitsAreThoseOfTheTrainingFramework(ParityFixture.Sequence sequence) {
        float[][] logits = model.logits(sequence.tokens());

        assertThat(sequence.logits()).isNotEmpty().allSatisfy((position, expected) -> {
            for (int i = 0; i < expected.length; i++) {
                assertThat((double) logits[position][i * ParityFixture.EVERY])
                        .isCloseTo(expected[i], within(TOLERANCE));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("sequences")
    void logProbabilitiesAreThoseOfTheTrainingFramework(ParityFixture.Sequence sequence) {
        int[] afterBegin = Arrays.copyOfRange(sequence.tokens(), 1, sequence.tokens().length);

        Scoring scoring = model.score(afterBegin);

        assertThat(((Scoring.Scored) scoring).logProbabilities())
                .containsExactly(sequence.logProbabilities(), within(TOLERANCE));
    }

    @Test
    void fixtureReachesTheEndOfTheContext() {
        assertThat(sequences())
                .anySatisfy(s -> assertThat(s.tokens()).hasSize(model.card().context()));
    }
}
