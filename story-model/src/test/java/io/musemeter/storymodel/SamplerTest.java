package io.musemeter.storymodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SamplerTest {

    // Probabilities .5, .3, .15, .05, in the order of tokens 2, 0, 3, 1.
    private static final float[] LOGITS = {
        (float) Math.log(.3), (float) Math.log(.05), (float) Math.log(.5), (float) Math.log(.15)
    };
    private static final int[] ALL = {0, 1, 2, 3};

    @Test
    void topKKeepsTheLikeliest() {
        assertThat(kept(new Sampling(1, 2, 1, 0, 1))).containsExactly(0, 2);
    }

    @Test
    void topPKeepsTheFewestThatReachIt() {
        assertThat(kept(new Sampling(1, 0, .79, 0, 1))).containsExactly(0, 2);
        assertThat(kept(new Sampling(1, 0, .81, 0, 1))).containsExactly(0, 2, 3);
    }

    @Test
    void topPSumsAmongThoseThatTopKKept() {
        assertThat(kept(new Sampling(1, 2, .62, 0, 1))).containsExactly(2);
    }

    @Test
    void minPIsRelativeToTheLikeliest() {
        assertThat(kept(new Sampling(1, 0, 1, .29, 1))).containsExactly(0, 2, 3);
        assertThat(kept(new Sampling(1, 0, 1, .31, 1))).containsExactly(0, 2);
        assertThat(kept(new Sampling(1, 0, 1, 1, 1))).containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {.1, 1, 5})
    void truncationKeepsTheSameAtEveryTemperature(double temperature) {
        assertThat(kept(new Sampling(temperature, 0, .79, .1, 1))).containsExactly(0, 2);
    }

    @Property
    void somethingIsAlwaysKeptAndItHoldsTheLikeliest(
            @ForAll @Size(4) float[] logits,
            @ForAll @IntRange(max = 9) int topK,
            @ForAll @DoubleRange(min = .01, max = 1) double topP,
            @ForAll @DoubleRange(max = 1) double minP) {
        Assume.that(IntStream.range(0, 4).allMatch(i -> Math.abs(logits[i]) < 1e6));
        int likeliest = new Sampler(Sampling.greedy(), ALL).next(logits);

        assertThat(new Sampler(new Sampling(1, topK, topP, minP, 1), ALL).kept(logits))
                .contains(likeliest);
    }

    @Property
    void truncationThatKeepsAllDrawsAsNoneDoes(
            @ForAll long seed, @ForAll @FloatRange(min = .1f, max = 3) float temperature) {
        Sampler none = new Sampler(Sampling.at(temperature, seed), ALL);
        Sampler all = new Sampler(new Sampling(temperature, 4, 1, 1e-9, seed), ALL);

        assertThat(draws(all, 20)).isEqualTo(draws(none, 20));
    }

    @ParameterizedTest
    @ValueSource(doubles = {.5, 1, 2})
    void drawsInProportionToTheTemperedProbabilities(double temperature) {
        int n = 40_000;
        double[] expected = IntStream.of(ALL)
                .mapToDouble(t -> Math.pow(Math.exp(LOGITS[t]), 1 / temperature))
                .toArray();
        double sum = expected[0] + expected[1] + expected[2] + expected[3];

        int[] drawn = draws(new Sampler(Sampling.at(temperature, 42), ALL), n);

        for (int token : ALL) {
            double share = IntStream.of(drawn).filter(t -> t == token).count() / (double) n;
            // Five standard errors of a share, at most.
            assertThat(share).isCloseTo(expected[token] / sum, within(5 * .5 / Math.sqrt(n)));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, 1e-12, .001})
    void aTemperatureNextToZeroIsGreedy(double temperature) {
        assertThat(draws(new Sampler(Sampling.at(temperature, 3), ALL), 50)).containsOnly(2);
    }

    @Test
    void anEndlessTemperatureIsUniform() {
        int[] drawn = draws(new Sampler(Sampling.at(Double.MAX_VALUE, 3), ALL), 40_000);

        assertThat(IntStream.of(drawn).filter(t -> t == 1).count()).isBetween(9_500L, 10_500L);
    }

    @Test
    void greedyTakesTheFirstOfEquals() {
        assertThat(new Sampler(Sampling.greedy(), ALL).next(new float[] {1, 2, 2, 0}))
                .isEqualTo(1);
    }

    @Test
    void drawsOnlyWhatMayBeDrawn() {
        assertThat(draws(new Sampler(Sampling.at(100, 3), new int[] {1, 3}), 200))
                .containsOnly(1, 3);
        assertThat(new Sampler(Sampling.greedy(), new int[] {1, 3}).next(LOGITS))
                .isEqualTo(3);
    }

    private static int[] kept(Sampling sampling) {
        return new Sampler(sampling, ALL).kept(LOGITS);
    }

    private static int[] draws(Sampler sampler, int n) {
        return IntStream.range(0, n).map(i -> sampler.next(LOGITS)).toArray();
    }
}
