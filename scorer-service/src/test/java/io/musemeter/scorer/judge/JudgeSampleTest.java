package io.musemeter.scorer.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgeSampleTest {

    @Property
    void allOfThemIncludesEvery(@ForAll String storyId) {
        assertThat(new JudgeSample(1).includes(storyId)).isTrue();
    }

    @Property
    void aLargerFractionContainsTheSmaller(@ForAll String storyId) {
        boolean inTheSmaller = new JudgeSample(0.2).includes(storyId);

        assertThat(new JudgeSample(0.6).includes(storyId) || !inTheSmaller).isTrue();
    }

    @Test
    void aTenthIsATenth() {
        JudgeSample tenth = new JudgeSample(0.1);

        long chosen = IntStream.range(0, 20_000)
                .filter(n -> tenth.includes("story-" + n))
                .count();

        // Four standard errors of a binomial share.
        assertThat(chosen / 20_000.0).isCloseTo(0.1, within(4 * Math.sqrt(0.1 * 0.9 / 20_000)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
    void aFractionOutsideItsRangeIsRefused(double fraction) {
        assertThatIllegalArgumentException().isThrownBy(() -> new JudgeSample(fraction));
    }
}
