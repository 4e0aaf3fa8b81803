package io.musemeter.generator.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.events.FinishReason;
import io.musemeter.events.ModelIdentity;
import io.musemeter.events.PromptIdentity;
import io.musemeter.events.Sampler;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import io.musemeter.events.StoryOutcome;
import io.musemeter.events.Temperature;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceSamplingTest {
    private static final TraceSampling TENTH = new TraceSampling(0.1);

    private static Story story(String id, Source source, int trace, Double fraction) {
        return new Story(
                id,
                "test",
                source,
                ModelIdentity.named("m"),
                new PromptIdentity("p", "1"),
                new Sampler(Temperature.of(1), null, null, null, null, null, null, null, null),
                null,
                "%032x".formatted(trace),
                "%016x".formatted(1),
                fraction,
                null,
                Instant.EPOCH,
                new StoryOutcome.Written("Once.", FinishReason.STOP, null));
    }

    private static Story production(String id, int trace) {
        return story(id, new Source.Production(), trace, null);
    }

    @Test
    void theStatedShareOfTheTracesIsLetInAndCarriesTheShare() {
        List<Story> letIn = IntStream.range(0, 20_000)
                .mapToObj(trace -> TENTH.apply(production("s", trace)))
                .flatMap(Optional::stream)
                .toList();

        // Six standard deviations of a binomial count.
        assertThat((double) letIn.size()).isCloseTo(2_000, within(255.0));
        assertThat(letIn)
                .allSatisfy(story -> assertThat(story.samplingFraction()).isEqualTo(0.1));
    }

    @Test
    void allStoriesOfATraceAreInOrOutTogether() {
        for (int trace = 0; trace < 500; trace++) {
            assertThat(TENTH.apply(production("first", trace)).isPresent())
                    .isEqualTo(TENTH.apply(production("second", trace)).isPresent());
        }
    }

    @Test
    void aSmallerShareIsPartOfALargerOne() {
        TraceSampling half = new TraceSampling(0.5);

        for (int trace = 0; trace < 500; trace++) {
            if (TENTH.apply(production("s", trace)).isPresent()) {
                assertThat(half.apply(production("s", trace))).isPresent();
            }
        }
    }

    @Test
    void theSharesOfSeveralSamplersMultiply() {
        assertThat(IntStream.range(0, 500)
                        .mapToObj(trace -> TENTH.apply(story("s", new Source.Production(), trace, 0.5)))
                        .flatMap(Optional::stream))
                .isNotEmpty()
                .allSatisfy(story -> assertThat(story.samplingFraction()).isCloseTo(0.05, within(1e-15)));
    }

    @Test
    void replaysAreLetInWhole() {
        for (int trace = 0; trace < 100; trace++) {
            Story replayed = story("s", new Source.Replay("r"), trace, null);

            assertThat(TENTH.apply(replayed)).contains(replayed);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
    void aShareOutOfRangeIsRefused(double fraction) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TraceSampling(fraction))
                .withMessageContaining("sampling-fraction");
    }
}
