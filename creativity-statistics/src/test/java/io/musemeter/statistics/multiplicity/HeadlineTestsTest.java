package io.musemeter.statistics.multiplicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class HeadlineTestsTest {

    private static final OptionalDouble NO = OptionalDouble.empty();

    @Test
    void slopesAndTurnsAreOneFamilyAndChecksAreNot() {
        List<HeadlineTests> family = List.of(
                HeadlineTests.of(0.01, NO),
                HeadlineTests.NONE,
                HeadlineTests.of(0.9, OptionalDouble.of(0.004)),
                HeadlineTests.of(0.5, NO));

        List<HeadlineTests> q = HeadlineTests.qValues(family);

        // p = .01, .9, .004/.2 = .02 and .5 in a family of four.
        assertThat(q.get(0).slope().orElseThrow()).isCloseTo(0.04, within(1e-12));
        assertThat(q.get(1)).isEqualTo(HeadlineTests.NONE);
        assertThat(q.get(2).turn().orElseThrow()).isCloseTo(0.04, within(1e-12));
        assertThat(q.get(3).slope().orElseThrow()).isCloseTo(0.5 * 4 / 3, within(1e-12));
        assertThat(q.get(0).finds(0.05)).isTrue();
        assertThat(q.get(1).finds(0.05)).isFalse();
    }

    @Test
    void aTurnThatCannotDecideDoesNotCrowdTheFamily() {
        HeadlineTests tests = HeadlineTests.of(0.04, OptionalDouble.of(0.21));

        assertThat(tests.turn()).isEmpty();
        assertThat(tests.alone().slope()).hasValue(0.04);
    }

    @Test
    void theFamilyOfNoSeriesIsEmpty() {
        assertThat(HeadlineTests.qValues(List.of())).isEmpty();
        assertThat(HeadlineTests.qValues(List.of(HeadlineTests.NONE))).containsExactly(HeadlineTests.NONE);
    }

    @Test
    void whatIsNoProbabilityIsRefused() {
        assertThatThrownBy(() -> HeadlineTests.of(1.5, NO).alone()).hasMessageStartingWith("pValues[0]");
    }
}
