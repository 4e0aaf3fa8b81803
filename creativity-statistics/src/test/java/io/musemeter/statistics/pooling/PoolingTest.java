package io.musemeter.statistics.pooling;

import static io.musemeter.statistics.Fixtures.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Curves;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
import io.musemeter.statistics.effect.CellMoments;
import io.musemeter.statistics.effect.Intervals;
import io.musemeter.statistics.effect.Selection;
import io.musemeter.statistics.effect.Slope;
import io.musemeter.statistics.effect.TemperatureSample;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class PoolingTest {

    @Test
    void poolingEqualsThatOfStatsmodels() {
        double[] effects = {0.12, 0.30, 0.05, 0.22, -0.04};
        double[] errors = {0.05, 0.08, 0.04, 0.10, 0.06};
        List<Estimate> slopes = new ArrayList<>();
        for (int i = 0; i < effects.length; i++) {
            slopes.add(Intervals.student(effects[i], errors[i], 100, 50, 0.95));
        }

        PooledEffect pooled = PooledEffect.of(slopes, 0.95).value().orElseThrow();

        assertThat(pooled.effect().estimate()).isCloseTo(figure("pooled.mean"), within(1e-9));
        assertThat(pooled.betweenVariance()).isCloseTo(figure("pooled.tau2"), within(1e-9));
        assertThat(pooled.effect().standardError()).isCloseTo(figure("pooled.error"), within(1e-9));
        assertThat(pooled.effect().low()).isCloseTo(figure("pooled.low"), within(1e-8));
        assertThat(pooled.effect().high()).isCloseTo(figure("pooled.high"), within(1e-8));
        assertThat(pooled.q()).isCloseTo(figure("pooled.q"), within(1e-9));
        assertThat(pooled.qP()).isCloseTo(figure("pooled.qP"), within(1e-9));
        assertThat(pooled.iSquared()).isCloseTo(figure("pooled.i2"), within(1e-9));
        assertThat(pooled.effect().n()).isEqualTo(250);
    }

    @Test
    void throwingSeriesTogetherWouldTurnTheRelationAround() {
        // Each model rises with temperature; the one used at high temperatures is worse throughout.
        List<SeriesCells> models = new ArrayList<>();
        SeriesCells together = new SeriesCells(MetricScale.unitInterval());
        for (int model = 0; model < 4; model++) {
            double shift = model;
            SeriesCells series = cells(
                    new double[] {0.2 + 0.4 * shift, 0.4 + 0.4 * shift, 0.6 + 0.4 * shift},
                    t -> 0.8 - 0.2 * shift + 0.2 * (t - 0.2 - 0.4 * shift),
                    40,
                    model);
            models.add(series);
            together.merge(series);
        }

        Estimate naive = slope(together);
        PooledEffect pooled = PooledEffect.of(
                        models.stream().map(PoolingTest::slope).toList(), 0.95)
                .value()
                .orElseThrow();

        assertThat(naive.high()).isNegative();
        assertThat(pooled.effect().low()).isPositive();
        assertThat(pooled.effect().estimate()).isCloseTo(0.2, within(0.05));
    }

    @Test
    void oneSeriesIsNotPooled() {
        assertThat(PooledEffect.of(List.of(Intervals.student(1, 1, 5, 10, 0.95)), 0.95))
                .isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void aModelThatNeedsMoreHeatIsMatchedAtAHigherTemperature() {
        double[] sweep = {0.334, 0.667, 1.0, 1.334, 1.667, 2.0};
        List<CellMoments> old = moments(cells(sweep, t -> 0.2 + 0.3 * t, 200, 1));
        List<CellMoments> fresh = moments(cells(sweep, t -> 0.2 + 0.2 * t, 200, 2));

        CurveComparison.Equivalent equivalent =
                new CurveComparison(old, fresh, 0.95).equivalent(0.8).value().orElseThrow();

        assertThat(1.2).isBetween(equivalent.low(), equivalent.high());
        assertThat(equivalent.estimate().orElseThrow()).isCloseTo(1.2, within(0.1));
        assertThat(equivalent.openBelow() || equivalent.openAbove()).isFalse();
    }

    @Test
    void whatTheNewModelNeverReachesHasNoEquivalent() {
        double[] sweep = {0.5, 1.0, 1.5};
        List<CellMoments> old = moments(cells(sweep, t -> 0.8, 50, 1));
        List<CellMoments> fresh = moments(cells(sweep, t -> 0.3, 50, 2));

        assertThat(new CurveComparison(old, fresh, 0.95).equivalent(1.0)).isInstanceOf(Answer.Unknown.class);
        assertThat(new CurveComparison(old, fresh, 0.95).equivalent(3.0)).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void whatTheMeansDoNotReachAndTheErrorsDoNotRuleOutIsNotCalledNever() {
        // Of ten stories each, 0.40 and 0.43 with a standard error of 0.03: the curves may well meet.
        List<CellMoments> old = List.of(Curves.cell(0.5, 10, 0.43, 0.01), Curves.cell(1.5, 10, 0.43, 0.01));
        List<CellMoments> fresh = List.of(Curves.cell(0.5, 10, 0.40, 0.01), Curves.cell(1.5, 10, 0.40, 0.01));

        CurveComparison.Equivalent equivalent =
                new CurveComparison(old, fresh, 0.95).equivalent(1.0).value().orElseThrow();

        assertThat(equivalent.estimate()).isEmpty();
        assertThat(equivalent.openBelow() && equivalent.openAbove()).isTrue();
    }

    @Test
    void differencesAreThoseAtCommonTemperatures() {
        List<CellMoments> old = moments(cells(new double[] {0.5, 1.0}, t -> 0.4, 80, 1));
        List<CellMoments> fresh = moments(cells(new double[] {1.0, 1.5}, t -> 0.6, 80, 2));

        List<CurveComparison.Difference> differences = new CurveComparison(old, fresh, 0.95).differences();

        assertThat(differences).hasSize(1);
        assertThat(differences.get(0).temperature()).isEqualTo(1.0);
        assertThat(0.2)
                .isBetween(
                        differences.get(0).difference().low(),
                        differences.get(0).difference().high());
    }

    private static Estimate slope(SeriesCells series) {
        return Slope.of(TemperatureSample.of(series, Selection.headline()), 0.95)
                .value()
                .orElseThrow();
    }

    private static List<CellMoments> moments(SeriesCells series) {
        return TemperatureSample.of(series, Selection.headline()).cells();
    }

    private static SeriesCells cells(double[] temperatures, DoubleUnaryOperator mean, int each, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SeriesCells series = new SeriesCells(MetricScale.unitInterval());
        for (double t : temperatures) {
            for (int i = 0; i < each; i++) {
                double noise = 0.2 * (random.nextDouble() - 0.5);
                series.add(
                        Temperature.of(t),
                        new CellOutcome.Scored(mean.applyAsDouble(t) + noise, random.nextLong(), false));
            }
        }
        return series;
    }
}
