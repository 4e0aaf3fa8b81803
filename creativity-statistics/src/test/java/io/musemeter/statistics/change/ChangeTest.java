package io.musemeter.statistics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
import io.musemeter.statistics.effect.CellMoments;
import io.musemeter.statistics.effect.Intervals;
import io.musemeter.statistics.effect.Selection;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private static final List<CellMoments> REFERENCE =
            List.of(cell(0.5, 1_000, 0.3), cell(1.0, 1_000, 0.5), cell(1.5, 1_000, 0.7));

    @Test
    void theMixOfTemperaturesDoesNotMoveTheLevel() {
        List<CellMoments> mostlyCold = List.of(cell(0.5, 500, 0.3), cell(1.0, 5, 0.5), cell(1.5, 5, 0.7));
        List<CellMoments> onlyHot = List.of(cell(1.5, 500, 0.7));

        assertThat(LevelShift.of(REFERENCE, mostlyCold).value().orElseThrow()).isCloseTo(0, within(1e-9));
        assertThat(LevelShift.of(REFERENCE, onlyHot).value().orElseThrow()).isCloseTo(0, within(1e-9));
    }

    @Test
    void aShiftAtEveryTemperatureMovesTheLevel() {
        List<CellMoments> shifted = List.of(cell(0.5, 30, 0.35), cell(1.5, 30, 0.75));

        double z = LevelShift.of(REFERENCE, shifted).value().orElseThrow();

        // Two cells, each 0.05 above, standard error 0.1 sqrt(1/30 + 1/1000).
        assertThat(z).isCloseTo(0.05 / (0.1 * Math.sqrt(1 / 30.0 + 1 / 1000.0)) * Math.sqrt(2), within(1e-9));
    }

    @Test
    void aPaneWithoutACommonTemperatureSaysNothing() {
        assertThat(LevelShift.of(REFERENCE, List.of(cell(0.7, 30, 0.4)))).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void theRelationIsStandardisedOnItsOwnFreedom() {
        double few = RelationShift.of(
                Intervals.student(0.2, 0.05, 500, 900, 0.95), Intervals.student(0.6, 0.15, 4, 20, 0.95));
        double many = RelationShift.of(
                Intervals.student(0.2, 0.05, 500, 900, 0.95), Intervals.student(0.6, 0.15, 4_000, 9_000, 0.95));

        assertThat(few).isPositive().isLessThan(many);
        assertThat(many).isCloseTo(0.4 / Math.hypot(0.05, 0.15), within(0.01));
    }

    @Test
    void anEnormousShiftIsStillANumber() {
        assertThat(RelationShift.of(
                        Intervals.student(0, 0.001, 500, 900, 0.95), Intervals.student(50, 0.001, 500, 900, 0.95)))
                .isFinite()
                .isGreaterThan(7);
    }

    @Test
    void aLastingShiftIsDetectedSoonAndItsSideIsNamed() {
        MeanDetector detector = MeanDetector.start(1_000, 0);
        MeanDetector.Alarm alarm = null;
        for (int i = 0; alarm == null && i < 100; i++) {
            MeanDetector.Step step = detector.next(i < 20 ? 0 : -2);
            detector = step.detector();
            alarm = step.alarm();
        }

        assertThat(alarm).isNotNull();
        assertThat(alarm.upward()).isFalse();
        assertThat(alarm.observations()).isBetween(21L, 30L);
        assertThat(detector.observations()).isZero();
    }

    @Test
    void aShiftWithinTheToleranceIsNoChange() {
        MeanDetector detector = MeanDetector.start(100, 0.5);
        for (int i = 0; i < 10_000; i++) {
            MeanDetector.Step step = detector.next(0.45);
            assertThat(step.alarm()).isNull();
            detector = step.detector();
        }
    }

    @Test
    void aSmallReferenceAndManySeriesNeedMoreTolerance() {
        // scipy.stats.norm.ppf(1 - .0005) * sqrt(8 / 208)
        assertThat(ReferenceTolerance.of(8, 200, 1)).isCloseTo(0.6453253851, within(1e-6));
        assertThat(ReferenceTolerance.of(8, 2_000, 1)).isLessThan(ReferenceTolerance.of(8, 200, 1));
        assertThat(ReferenceTolerance.of(8, 200, 100)).isGreaterThan(ReferenceTolerance.of(8, 200, 1));
        assertThatThrownBy(() -> ReferenceTolerance.of(0, 200, 1)).hasMessageStartingWith("paneStories");
    }

    @Test
    void unusableInputIsRefusedByName() {
        assertThatThrownBy(() -> MeanDetector.start(1, 0)).hasMessageStartingWith("averageRunLength: ");
        assertThatThrownBy(() -> MeanDetector.start(10, -1)).hasMessageStartingWith("tolerance: ");
        assertThatThrownBy(() -> MeanDetector.start(10, 0).next(Double.NaN)).hasMessageStartingWith("z: ");
    }

    @Test
    void aWatchCollectsAReferenceThenFindsALastingShiftAndBeginsAgain() {
        ChangeWatch watch = ChangeWatch.start(SeriesCells.compact(MetricScale.unitInterval()));
        Random random = new Random(2);
        MeanDetector.Alarm level = null;
        int day = 0;
        for (; level == null && day < 60; day++) {
            assertThat(watch.complete()).isEqualTo(day >= 7);
            ChangeWatch.Step step = watch.next(pane(day < 20 ? 0 : 0.1, random), Selection.headline());
            watch = step.watch();
            level = step.level();
        }

        assertThat(level).isNotNull();
        assertThat(level.upward()).isTrue();
        assertThat(day).isBetween(21, 30);
        assertThat(watch.complete()).isFalse();
        assertThat(watch.panes()).isZero();
    }

    @Test
    void aWatchOfMoreTemperaturesThanAreKeptApartFindsALastingShift() {
        ChangeWatch watch = ChangeWatch.start(SeriesCells.compact(MetricScale.unitInterval()));
        Random random = new Random(6);
        MeanDetector.Alarm level = null;
        int day = 0;
        for (; level == null && day < 60; day++) {
            SeriesCells pane = SeriesCells.compact(MetricScale.unitInterval());
            for (int i = 0; i < 3_000; i++) {
                pane.add(
                        Temperature.of(0.5 + 1.001 * random.nextInt(100) / 100),
                        new CellOutcome.Scored(
                                0.3 + 0.3 * random.nextDouble() + (day < 40 ? 0 : 0.1), random.nextLong(), false));
            }
            ChangeWatch.Step step = watch.next(pane, Selection.headline());
            watch = step.watch();
            level = step.level();
        }

        assertThat(level).isNotNull();
        assertThat(day).isBetween(41, 50);
    }

    @Test
    void aFewTemperaturesAreComparedWithTheBucketsOfMany() {
        SeriesCells many = SeriesCells.compact(MetricScale.unitInterval());
        SeriesCells few = SeriesCells.compact(MetricScale.unitInterval());
        Random random = new Random(6);
        for (int i = 0; i < 30_000; i++) {
            many.add(Temperature.of(0.5 + i % 100 / 100.0), new CellOutcome.Scored(random.nextDouble(), i, false));
        }
        for (int i = 0; i < 3_000; i++) {
            few.add(Temperature.of(0.5 + i % 3 / 3.0), new CellOutcome.Scored(0.5 + random.nextDouble() / 2, i, false));
        }
        MeanDetector fresh = MeanDetector.start(1_000, 0);

        ChangeWatch.Step step = new ChangeWatch(many, 7, true, fresh, fresh).next(few, Selection.headline());

        assertThat(step.level()).isNotNull();
        assertThat(step.level().upward()).isTrue();
    }

    @Test
    void aWideBucketInWhichTheStoriesMovedIsNotCompared() {
        CellMoments then = new CellMoments(3.2, 100, 0.5, 0.01, 0, 0, 5, 100, 3);
        CellMoments now = new CellMoments(3.8, 100, 0.6, 0.01, 0, 0, 5, 100, 3);

        assertThat(LevelShift.of(List.of(then), List.of(now))).isInstanceOf(Answer.Unknown.class);
        assertThat(LevelShift.of(List.of(then), List.of(then)).value().orElseThrow())
                .isZero();
    }

    @Test
    void aPaneWithoutAKnownTemperatureLeavesTheWatchAsItIs() {
        ChangeWatch watch = ChangeWatch.start(SeriesCells.compact(MetricScale.unitInterval()));
        Random random = new Random(2);
        for (int day = 0; day < 10; day++) {
            watch = watch.next(pane(0, random), Selection.headline()).watch();
        }
        SeriesCells elsewhere = SeriesCells.compact(MetricScale.unitInterval());
        elsewhere.add(Temperature.of(3), new CellOutcome.Scored(0.5, 1, false));

        ChangeWatch after = watch.next(elsewhere, Selection.headline()).watch();

        assertThat(after.level()).isEqualTo(watch.level());
    }

    private static SeriesCells pane(double shift, Random random) {
        SeriesCells pane = SeriesCells.compact(MetricScale.unitInterval());
        for (int i = 0; i < 120; i++) {
            pane.add(
                    Temperature.of(0.5 + i % 3 / 2.0),
                    new CellOutcome.Scored(0.3 + 0.3 * random.nextDouble() + shift, random.nextLong(), false));
        }
        return pane;
    }

    private static CellMoments cell(double temperature, long n, double mean) {
        return new CellMoments(temperature, n, mean, 0.01, 0, 0.0003, 5);
    }
}
