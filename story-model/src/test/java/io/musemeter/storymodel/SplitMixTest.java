package io.musemeter.storymodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SplitMixTest {

    @Test
    void followsTheReferenceSequence() {
        // First outputs of Vigna's splitmix64.c for seed 1234567.
        double[] expected = LongStream.of(
                        6457827717110365317L,
                        3203168211198807973L,
                        Long.parseUnsignedLong("9817491932198370423"),
                        4593380528125082431L)
                .mapToDouble(bits -> (bits >>> 11) * 0x1p-53)
                .toArray();
        SplitMix random = new SplitMix(1234567);

        double[] drawn = {random.nextDouble(), random.nextDouble(), random.nextDouble(), random.nextDouble()};

        assertThat(drawn).isEqualTo(expected);
    }
}
