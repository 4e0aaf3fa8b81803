package io.musemeter.scorer.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PerplexityTest {

    @Test
    void ofACertainTextIsOne() {
        assertThat(Perplexity.of(new double[] {0, 0, 0})).isEqualTo(1);
    }

    @Test
    void equalsNumpysExpOfTheMean() {
        // numpy.exp(-numpy.mean([-0.1, -2.5, -0.03, -7.25])) with NumPy 2.4
        double perplexity = Perplexity.of(new double[] {-0.1, -2.5, -0.03, -7.25});

        assertThat(perplexity).isCloseTo(11.822446851646358, within(1e-12));
    }

    @Test
    void ofAnImpossibleTokenIsInfinite() {
        assertThat(Perplexity.of(new double[] {-1, Double.NEGATIVE_INFINITY})).isInfinite();
    }

    @Test
    void takesAProvidersRoundingAboveZeroForCertainty() {
        assertThat(Perplexity.of(new double[] {1e-7})).isEqualTo(1);
    }

    @Test
    void refusesNoTokensAndNaN() {
        assertThatIllegalArgumentException().isThrownBy(() -> Perplexity.of(new double[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> Perplexity.of(new double[] {Double.NaN}));
    }

    @Property
    void ofUniformChoiceIsTheNumberOfChoices(@ForAll @IntRange(min = 1, max = 1000) int choices) {
        double[] uniform = new double[50];
        Arrays.fill(uniform, -Math.log(choices));

        assertThat(Perplexity.of(uniform)).isCloseTo(choices, within(choices * 1e-12));
    }

    @Property
    void doesNotDependOnHowOftenTheSameTokensAreRepeated(
            @ForAll @Size(min = 1, max = 30) double @DoubleRange(min = -20, max = 0) [] once) {
        double[] twice = Arrays.copyOf(once, 2 * once.length);
        System.arraycopy(once, 0, twice, once.length, once.length);

        double perplexity = Perplexity.of(once);

        assertThat(Perplexity.of(twice)).isCloseTo(perplexity, within(perplexity * 1e-12));
    }
}
