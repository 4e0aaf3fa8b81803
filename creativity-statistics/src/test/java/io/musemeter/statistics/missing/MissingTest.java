package io.musemeter.statistics.missing;

import static io.musemeter.statistics.Fixtures.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.statistics.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingTest {

    private static final double[] SWEEP = {0.334, 0.667, 1.0, 1.334, 1.667, 2.0};

    @Test
    void theTrendIsThatOfArmitage() {
        int[] missing = {1, 0, 2, 4, 5, 9};
        List<Trend.Arm> arms = new ArrayList<>();
        for (int j = 0; j < missing.length; j++) {
            arms.add(new Trend.Arm(SWEEP[j], 50, missing[j]));
        }

        Trend trend = Trend.of(arms).value().orElseThrow();

        assertThat(trend.z()).isCloseTo(figure("trend.z"), within(1e-9));
        assertThat(trend.p()).isCloseTo(figure("trend.p"), within(1e-9));
        assertThat(trend.share()).isCloseTo(21 / 300.0, within(1e-12));
    }

    @Test
    void nothingMissingIsNoTrend() {
        Trend trend = Trend.of(List.of(new Trend.Arm(0.5, 10, 0), new Trend.Arm(1, 10, 0)))
                .value()
                .orElseThrow();

        assertThat(trend.p()).isEqualTo(1);
        assertThat(trend.share()).isZero();
    }

    @Test
    void noStoriesAndOneTemperatureHaveNoTrend() {
        assertThat(Trend.of(List.of())).isInstanceOf(Answer.Unknown.class);
        assertThat(Trend.of(List.of(new Trend.Arm(1, 10, 3)))).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void nothingMissingLeavesTheSlopeAPoint() {
        Bounds bounds = WorstCase.of(
                        List.of(new WorstCase.Arm(0, 10, 0, 0.2, 0.01), new WorstCase.Arm(1, 10, 0, 0.6, 0.01)),
                        0,
                        1,
                        0.95)
                .value()
                .orElseThrow();

        assertThat(bounds.low()).isCloseTo(0.4, within(1e-12));
        assertThat(bounds.high()).isCloseTo(0.4, within(1e-12));
        assertThat(bounds.signStands()).isTrue();
    }

    @Test
    void theWorstCaseFillsInTheEndsOfTheRange() {
        // Half missing at the upper temperature: its mean is anywhere in 0.3 to 0.8.
        Bounds bounds = WorstCase.of(
                        List.of(new WorstCase.Arm(0, 10, 0, 0.4, 0.01), new WorstCase.Arm(1, 5, 5, 0.6, 0.01)),
                        0,
                        1,
                        0.95)
                .value()
                .orElseThrow();

        assertThat(bounds.low()).isCloseTo(-0.1, within(1e-12));
        assertThat(bounds.high()).isCloseTo(0.4, within(1e-12));
        assertThat(bounds.signStands()).isFalse();
    }

    @Test
    void aTemperatureWithoutAnyScoreMayBeAnything() {
        Bounds bounds = WorstCase.of(
                        List.of(new WorstCase.Arm(0, 10, 0, 0.4, 0.01), new WorstCase.Arm(1, 0, 10, 0, 0)), 0, 1, 0.95)
                .value()
                .orElseThrow();

        assertThat(bounds.low()).isCloseTo(-0.4, within(1e-12));
        assertThat(bounds.high()).isCloseTo(0.6, within(1e-12));
    }

    @Test
    void trimmingTakesTheExcessOffEitherEnd() {
        TrimmingBounds.Arm cold = new TrimmingBounds.Arm(List.of(1.0, 2.0, 3.0, 4.0), List.of(1L, 1L, 1L, 1L), 0);
        TrimmingBounds.Arm hot = new TrimmingBounds.Arm(List.of(2.0, 4.0), List.of(1L, 1L), 2);

        TrimmingBounds bounds = TrimmingBounds.of(cold, hot).value().orElseThrow();

        // The cold arm is trimmed to half: its mean is 1.5 at least and 3.5 at most, and the hot mean is 3.
        assertThat(bounds.trimmedShare()).isCloseTo(0.5, within(1e-12));
        assertThat(bounds.low()).isCloseTo(-0.5, within(1e-12));
        assertThat(bounds.high()).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void trimmingWorksTheOtherWayAround() {
        TrimmingBounds.Arm hot = new TrimmingBounds.Arm(List.of(1.0, 2.0, 3.0, 4.0), List.of(1L, 1L, 1L, 1L), 0);
        TrimmingBounds.Arm cold = new TrimmingBounds.Arm(List.of(2.0, 4.0), List.of(1L, 1L), 2);

        TrimmingBounds bounds = TrimmingBounds.of(cold, hot).value().orElseThrow();

        assertThat(bounds.low()).isCloseTo(-1.5, within(1e-12));
        assertThat(bounds.high()).isCloseTo(0.5, within(1e-12));
    }
}
