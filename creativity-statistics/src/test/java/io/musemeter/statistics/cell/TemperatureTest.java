package io.musemeter.statistics.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureTest {

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "0.0,0",
        "-0.0,0",
        "0.10,0.1",
        "1e0,1",
        "2.000,2",
        "0.334,0.334",
        "0.30000000000000004,0.3",
        "5,5"
    })
    void spellingsOfOneNumberAreOneKey(String text, String canonical) {
        assertThat(Temperature.parse(text).canonical()).isEqualTo(canonical);
        assertThat(Temperature.of(Double.parseDouble(text))).isEqualTo(Temperature.parse(canonical));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 5.000001, 1e300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void outsideTheRangeIsRefusedByName(double value) {
        assertThatThrownBy(() -> Temperature.of(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("temperature: ")
                .hasMessageContaining("outside [0, 5]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "warm", "1,0", "0x1", "NaN", "1e999999999", "-1e999999999"})
    void whatIsNoTemperatureIsRefusedByName(String text) {
        assertThatThrownBy(() -> Temperature.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("temperature: ");
    }

    @Test
    void everyTemperatureFallsInOneOf64Buckets() {
        long buckets = java.util.stream.IntStream.rangeClosed(0, 5000)
                .mapToObj(i -> TemperatureBuckets.bucketOf(Temperature.of(i / 1000.0)))
                .distinct()
                .count();

        assertThat(buckets).isEqualTo(TemperatureBuckets.COUNT);
    }

    @Test
    void aBucketsNameFallsInTheBucketExceptAboveTheExemplarArm() {
        Temperature inside = Temperature.of(1.01);

        assertThat(TemperatureBuckets.bucketOf(inside)).isEqualTo(Temperature.of(1));
        assertThat(TemperatureBuckets.bucketOf(Temperature.of(0.01))).isEqualTo(Temperature.of(0));
        assertThat(TemperatureBuckets.bucketOf(Temperature.of(0.011))).isEqualTo(TemperatureBuckets.EXEMPLAR_ARM);
        assertThat(TemperatureBuckets.bucketOf(Temperature.of(5))).isEqualTo(Temperature.of(4));
    }

    @ParameterizedTest
    @CsvSource({"0,0.005", "0.01,0.025", "0.04,0.06", "2.36,2.38", "2.4,2.7", "3,3.5", "4,4.5"})
    void theMiddleOfABucketLiesInIt(String bucket, double middle) {
        assertThat(TemperatureBuckets.middleOf(Temperature.parse(bucket))).isCloseTo(middle, within(1e-12));
        assertThat(TemperatureBuckets.bucketOf(Temperature.of(middle))).isEqualTo(Temperature.parse(bucket));
    }
}
