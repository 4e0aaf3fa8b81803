package io.musemeter.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class TopLogProbabilitiesTest {
    @Example
    void theLikeliestCandidatesAreKeptToFiveDecimals() {
        List<Double> many = IntStream.rangeClosed(1, 30)
                .mapToObj(rank -> -1 - rank / 7.0)
                .sorted()
                .toList();

        List<Double> kept =
                TopLogProbabilities.thinned(List.of(many)).orElseThrow().get(0);

        assertThat(kept).hasSize(20).isSortedAccordingTo(Collections.reverseOrder());
        assertThat(kept.get(0)).isEqualTo(-1.14286);
    }

    @Example
    void whatIsNoLogarithmAndTokensWithoutCandidatesAreLeftOut() {
        List<List<Double>> holes = List.of(
                List.of(),
                Arrays.asList(null, Double.NaN, 0.5, Double.NEGATIVE_INFINITY),
                Arrays.asList(null, -1.0, 1e-7));

        assertThat(TopLogProbabilities.thinned(holes)).contains(List.of(List.of(0.0, -1.0)));
    }

    @Example
    void nothingKnownIsNothingCarried() {
        assertThat(TopLogProbabilities.thinned(List.of(List.of()))).isEmpty();
    }

    @Example
    void theKeptTokensAreSpreadOverTheStory() {
        List<List<Double>> story =
                IntStream.range(0, 320).mapToObj(at -> List.of(-(double) at)).toList();

        List<List<Double>> kept = TopLogProbabilities.thinned(story).orElseThrow();

        assertThat(kept)
                .isEqualTo(IntStream.range(0, 32)
                        .mapToObj(i -> List.of(0.0 - 10 * i))
                        .toList());
    }

    @Property(tries = 200)
    void whatIsThinnedIsAllowedAndThinnedAgainTheSame(
            @ForAll @Size(max = 200) List<@Size(max = 30) List<Double>> story) {
        TopLogProbabilities.thinned(story).ifPresent(kept -> {
            assertThat(new StoryOutcome.Written("text", FinishReason.STOP, null, kept).topLogProbabilities())
                    .isEqualTo(kept);
            assertThat(TopLogProbabilities.thinned(kept)).contains(kept);
        });
    }
}
