package io.musemeter.storymodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @Property(tries = 5000)
    void exponentialIsAsAccurateAsItSays(@ForAll @FloatRange(min = -87, max = 88) float x) {
        double exact = StrictMath.exp(x);

        assertThat(Math.abs(Exponential.exp(x) / exact - 1)).isLessThan(2e-7);
    }

    @Test
    void exponentialOfTheExtremes() {
        assertThat(Exponential.exp(0)).isEqualTo(1);
        assertThat(Exponential.exp(Float.NEGATIVE_INFINITY)).isBetween(0f, 2e-38f);
        assertThat(Exponential.exp(Float.POSITIVE_INFINITY)).isFinite();
        assertThat(Exponential.exp(Float.NaN)).isNaN();
    }

    // Bits and values from numpy.float16.
    @ParameterizedTest
    @CsvSource({
        "0000, 0",
        "3C00, 1",
        "BC00, -1",
        "C000, -2",
        "3555, 0.333251953125",
        "7BFF, 65504",
        "0400, 6.103515625e-05",
        "03FF, 6.097555160522461e-05",
        "0001, 5.960464477539063e-08",
        "8001, -5.960464477539063e-08",
        "7C00, Infinity",
        "FC00, -Infinity"
    })
    void halfPrecision(String bits, float value) {
        assertThat(HalfPrecision.toFloat((short) Integer.parseInt(bits, 16))).isEqualTo(value);
    }

    @Test
    void halfPrecisionNaN() {
        assertThat(HalfPrecision.toFloat((short) 0x7E00)).isNaN();
    }

    @Test
    void softmaxOfEqualAndOfExtremeNumbers() {
        float[] equal = {-1e30f, -1e30f, 5};
        float[] extreme = {0, 1000, -1000};

        Kernels.softmax(equal, 2);
        Kernels.softmax(extreme, 3);

        assertThat(equal).containsExactly(new float[] {.5f, .5f, 5}, within(1e-7f));
        assertThat(extreme).containsExactly(new float[] {0, 1, 0}, within(1e-7f));
    }

    @Test
    void logSumExpOfKnownNumbers() {
        assertThat(Kernels.logSumExp(new float[] {0, 0, 0, 0})).isCloseTo(Math.log(4), within(1e-7));
        assertThat(Kernels.logSumExp(new float[] {1000})).isEqualTo(1000);
    }

    @Test
    void multiplicationWhoseSizesAreNoMultiplesOfFour() {
        float[][] x = {{1, 2, 3, 4, 5}, {0, 0, 0, 0, 1}};
        float[][] w = {{1, 0}, {0, 1}, {1, 1}, {2, 0}, {0, 3}};
        float[][] y = {{9, 9, 9}, {9, 9, 9}};

        Kernels.multiply(x, 2, w, y);

        assertThat(y).isDeepEqualTo(new float[][] {{12, 20, 9}, {0, 3, 9}});
    }
}
