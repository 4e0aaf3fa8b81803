package io.musemeter.statistics.missing;

import static io.musemeter.statistics.Fixtures.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.Fixtures;
import io.musemeter.statistics.effect.Intervals;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class MissingTest {

    private static final Estimate RISING = Intervals.student(0.4, 0.05, 18, 20, 0.95);
    private static final Estimate FALLING = Intervals.student(-0.4, 0.05, 18, 20, 0.95);
    private static final Estimate UNSURE = Intervals.student(0.4, 0.5, 18, 20, 0.95);
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
        assertThat(trend.n()).isEqualTo(300);
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
        assertThat(bounds.leaveTheSignOf(RISING)).isTrue();
        assertThat(bounds.leaveTheSignOf(FALLING)).isFalse();
        assertThat(bounds.leaveTheSignOf(UNSURE)).isFalse();
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
        assertThat(bounds.leaveTheSignOf(RISING)).isFalse();
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
        TrimmedArm cold = new TrimmedArm(List.of(1.0, 2.0, 3.0, 4.0), List.of(1L, 1L, 1L, 1L), 0);
        TrimmedArm hot = new TrimmedArm(List.of(2.0, 4.0), List.of(1L, 1L), 2);

        TrimmingBounds bounds = TrimmingBounds.of(cold, hot, 0.95).value().orElseThrow();

        // The cold arm is trimmed to half: its mean is 1.5 at least and 3.5 at most, and the hot mean is 3.
        assertThat(bounds.trimmedShare()).isCloseTo(0.5, within(1e-12));
        assertThat(bounds.low()).isCloseTo(-0.5, within(1e-12));
        assertThat(bounds.high()).isCloseTo(1.5, within(1e-12));
    }

    @Test
    void trimmingWorksTheOtherWayAround() {
        TrimmedArm hot = new TrimmedArm(List.of(1.0, 2.0, 3.0, 4.0), List.of(1L, 1L, 1L, 1L), 0);
        TrimmedArm cold = new TrimmedArm(List.of(2.0, 4.0), List.of(1L, 1L), 2);

        TrimmingBounds bounds = TrimmingBounds.of(cold, hot, 0.95).value().orElseThrow();

        assertThat(bounds.low()).isCloseTo(-1.5, within(1e-12));
        assertThat(bounds.high()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void trimmingHasTheErrorsOfLeeAndTheIntervalOfImbensAndManski() {
        TrimmingBounds bounds = TrimmingBounds.of(arm("cold", 20), arm("hot", 110), 0.95)
                .value()
                .orElseThrow();

        assertThat(bounds.low()).isCloseTo(length("trimming.low"), within(1e-9));
        assertThat(bounds.high()).isCloseTo(length("trimming.high"), within(1e-9));
        assertThat(bounds.lowError()).isCloseTo(length("trimming.lowError"), within(1e-9));
        assertThat(bounds.highError()).isCloseTo(length("trimming.highError"), within(1e-9));
        assertThat(bounds.intervalLow()).isCloseTo(length("trimming.intervalLow"), within(1e-9));
        assertThat(bounds.intervalHigh()).isCloseTo(length("trimming.intervalHigh"), within(1e-9));
        assertThat(bounds.lowError()).isCloseTo(length("trimming.bootstrapLowError"), Percentage.withPercentage(5));
        assertThat(bounds.highError()).isCloseTo(length("trimming.bootstrapHighError"), Percentage.withPercentage(5));
    }

    @Test
    void trimmingWithoutAnySpreadHasNoInterval() {
        TrimmedArm one = new TrimmedArm(List.of(0.5), List.of(10L), 0);

        assertThat(TrimmingBounds.of(one, one, 0.95)).isInstanceOf(Answer.Unknown.class);
        assertThat(TrimmingBounds.of(new TrimmedArm(List.of(), List.of(), 4), one, 0.95))
                .isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void theIntervalOfTheWorstCaseIsThatOfLeastSquaresOverTheValuesFilledIn() {
        int[] scored = {18, 20, 15, 16};
        int[] missing = {2, 0, 5, 9};
        List<WorstCase.Arm> arms = new ArrayList<>();
        for (int j = 0; j < scored.length; j++) {
            arms.add(new WorstCase.Arm(
                    0.5 * (j + 1),
                    scored[j],
                    missing[j],
                    length("worst." + j + ".mean"),
                    length("worst." + j + ".variance")));
        }

        Bounds bounds = WorstCase.of(arms, 0, 1, 0.95).value().orElseThrow();

        assertThat(bounds.low()).isCloseTo(length("worst.low"), within(1e-9));
        assertThat(bounds.high()).isCloseTo(length("worst.high"), within(1e-9));
        assertThat(bounds.intervalLow()).isCloseTo(length("worst.interval.low"), within(1e-8));
        assertThat(bounds.intervalHigh()).isCloseTo(length("worst.interval.high"), within(1e-8));
    }

    private static double length(String name) {
        return figure("length/figures.properties", name);
    }

    private static TrimmedArm arm(String name, long missing) {
        SortedMap<Double, Long> counts = new TreeMap<>();
        Fixtures.rowsWithoutHeader("length/trimming-" + name + ".csv")
                .forEach(row -> counts.merge(row[0], 1L, Long::sum));
        return new TrimmedArm(List.copyOf(counts.keySet()), List.copyOf(counts.values()), missing);
    }
}
