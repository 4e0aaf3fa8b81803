package io.musemeter.generator.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musemeter.events.ModelIdentity;
import io.musemeter.events.PromptIdentity;
import io.musemeter.events.Temperature;
import io.musemeter.generator.writer.SamplerSettings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SweepDesignTest {
    private static final List<Temperature> LEVELS = Stream.of(0.001, 0.334, 0.667, 1.0, 1.334, 1.667, 2.0)
            .map(Temperature::of)
            .toList();

    private static SweepDesign design(long seed) {
        return new SweepDesign(
                ModelIdentity.named("model"),
                new PromptIdentity("write-a-story", "1"),
                new SamplerSettings(1.0, 0, 0.0, 220),
                LEVELS,
                seed);
    }

    @Property
    void everyBlockHoldsEveryTemperatureOnce(@ForAll long seed, @ForAll @LongRange(max = 1_000_000) long block) {
        List<Temperature> drawn = IntStream.range(0, LEVELS.size())
                .mapToObj(i ->
                        design(seed).at(block * LEVELS.size() + i).sampler().temperature())
                .toList();

        assertThat(drawn).containsExactlyInAnyOrderElementsOf(LEVELS);
    }

    @Property
    void theSamePlaceIsTheSameStory(@ForAll long seed, @ForAll @LongRange(min = 0) long position) {
        assertThat(design(seed).at(position)).isEqualTo(design(seed).at(position));
    }

    @Test
    void noTwoPlacesShareAnIdentity() {
        Set<String> ids = new HashSet<>();

        LongStream.range(0, 7_000)
                .forEach(position -> ids.add(design(1).at(position).storyId()));

        assertThat(ids).hasSize(7_000);
    }

    @Test
    void blocksAreOrderedAnew() {
        Set<List<Temperature>> orders = new HashSet<>();

        LongStream.range(0, 50)
                .forEach(block -> orders.add(IntStream.range(0, 7)
                        .mapToObj(i -> design(1).at(block * 7 + i).sampler().temperature())
                        .toList()));

        assertThat(orders).hasSizeGreaterThan(45);
    }

    @Test
    void aTemperatureIsAsOftenFirstAsAnyOther() {
        long[] first = new long[LEVELS.size()];

        LongStream.range(0, 7_000)
                .forEach(block ->
                        first[LEVELS.indexOf(design(3).at(block * 7).sampler().temperature())]++);

        // Binomial(7000, 1/7) has a standard deviation of 29: five of them.
        assertThat(java.util.Arrays.stream(first).boxed().toList())
                .allSatisfy(count -> assertThat(count).isBetween(1_000L - 147L, 1_000L + 147L));
    }

    @Test
    void seedsFitThirtyOneBits() {
        assertThat(LongStream.range(0, 700)
                        .mapToObj(p -> design(1).at(p).sampler().seed()))
                .allSatisfy(seed -> assertThat(seed).isBetween(0L, (long) Integer.MAX_VALUE));
    }

    @Test
    void anotherSeedIsAnotherDesign() {
        assertThat(design(1).id()).isNotEqualTo(design(2).id());
        assertThat(design(1).at(0).storyId()).isNotEqualTo(design(2).at(0).storyId());
    }

    @Test
    void aDesignWithoutTemperaturesIsRefused() {
        assertThatThrownBy(() -> new SweepDesign(
                        ModelIdentity.named("m"),
                        new PromptIdentity("p", "1"),
                        new SamplerSettings(null, null, null, null),
                        List.of(),
                        1))
                .hasMessageContaining("sweep.temperatures");
    }
}
