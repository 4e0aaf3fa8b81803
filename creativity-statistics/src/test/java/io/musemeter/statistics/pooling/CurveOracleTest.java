package io.musemeter.statistics.pooling;

import static io.musemeter.statistics.Curves.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Curves;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.effect.CellMoments;
import io.musemeter.statistics.effect.Intervals;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurveOracleTest {

    private static final CurveComparison CURVES = new CurveComparison(Curves.OLD, Curves.FRESH, 0.95);

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 1.2})
    void theEquivalentTemperatureAndItsIntervalAreTheRootsOfTheContinuousCurves(double old) {
        CurveComparison.Equivalent found = CURVES.equivalent(old).value().orElseThrow();

        assertThat(found.estimate().orElseThrow()).isCloseTo(figure("equivalent." + old), within(1e-9));
        assertThat(found.low()).isCloseTo(figure("equivalent." + old + ".low"), within(1e-8));
        assertThat(found.high()).isCloseTo(figure("equivalent." + old + ".high"), within(1e-8));
        assertThat(found.openBelow() || found.openAbove()).isFalse();
    }

    @Test
    void differencesAreThoseOfWelch() {
        List<CurveComparison.Difference> pointwise = CURVES.differences();
        List<CurveComparison.Difference> together = CURVES.simultaneousDifferences();

        assertThat(pointwise)
                .extracting(CurveComparison.Difference::temperature)
                .containsExactly(0.334, 1.0, 1.334, 2.0);
        for (int i = 0; i < pointwise.size(); i++) {
            String name = "difference." + pointwise.get(i).temperature();
            assertThat(pointwise.get(i).difference().p()).isCloseTo(figure(name + ".p"), within(1e-9));
            assertThat(pointwise.get(i).difference().low()).isCloseTo(figure(name + ".low"), within(1e-9));
            assertThat(together.get(i).difference().low()).isCloseTo(figure(name + ".bandLow"), within(1e-9));
        }
    }

    @Test
    void theAverageCountsEachCommonTemperatureAlike() {
        Estimate average = CURVES.average().value().orElseThrow();

        assertThat(average.estimate()).isCloseTo(figure("average"), within(1e-12));
        assertThat(average.low()).isCloseTo(figure("average.low"), within(1e-9));
        assertThat(average.p()).isCloseTo(figure("average.p"), within(1e-9));
    }

    @Test
    void withoutACommonTemperatureThereIsNoDifference() {
        CurveComparison apart = new CurveComparison(
                Curves.OLD, List.of(Curves.cell(0.5, 20, 0.4, 0.01), Curves.cell(1.5, 20, 0.6, 0.01)), 0.95);

        assertThat(apart.differences()).isEmpty();
        assertThat(apart.simultaneousDifferences()).isEmpty();
        assertThat(apart.average()).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void aCurveComparedWithItselfIsEquivalentAtTheSameTemperature() {
        CurveComparison same = new CurveComparison(Curves.OLD, Curves.OLD, 0.95);

        for (CellMoments cell : Curves.OLD) {
            CurveComparison.Equivalent found =
                    same.equivalent(cell.temperature()).value().orElseThrow();
            assertThat(found.estimate().orElseThrow()).isCloseTo(cell.temperature(), within(1e-9));
            assertThat(cell.temperature()).isBetween(found.low(), found.high());
        }
        assertThat(same.average().value().orElseThrow().estimate()).isZero();
    }

    @Test
    void slopesThatHappenToAgreeAreNotPooledTighterThanTheirErrorsAllow() {
        Estimate slope = Intervals.student(0.2, 0.1, 100, 50, 0.95);

        PooledEffect pooled =
                PooledEffect.of(List.of(slope, slope, slope), 0.95).value().orElseThrow();

        assertThat(pooled.effect().standardError()).isCloseTo(0.1 / Math.sqrt(3), within(1e-12));
        assertThat(pooled.betweenVariance()).isZero();
        assertThat(pooled.iSquared()).isZero();
    }
}
