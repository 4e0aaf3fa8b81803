package io.musemeter.statistics.shape;

import static io.musemeter.statistics.Fixtures.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
import io.musemeter.statistics.effect.CellMoments;
import io.musemeter.statistics.effect.Selection;
import io.musemeter.statistics.effect.TemperatureSample;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ShapeTest {

    private static final double[] SWEEP = {0.334, 0.667, 1.0, 1.334, 1.667, 2.0};

    @Test
    void theKneeIsThatOfNonlinearLeastSquares() {
        double[] means = {0.70, 0.79, 0.868, 0.90, 0.902, 0.899};
        double[] errors = {0.010, 0.008, 0.007, 0.006, 0.006, 0.007};
        List<CellMoments> cells = new ArrayList<>();
        for (int j = 0; j < means.length; j++) {
            cells.add(new CellMoments(SWEEP[j], 100, means[j], 100 * errors[j] * errors[j], 0, 0, 5));
        }

        Saturation saturation = Saturation.of(cells, 0.95).value().orElseThrow();

        assertThat(saturation.knee()).isCloseTo(figure("knee"), within(0.002));
        assertThat(saturation.slopeBefore()).isCloseTo(figure("knee.slope"), within(0.002));
        assertThat(saturation.plateau()).isCloseTo(figure("knee.plateau"), within(0.001));
        assertThat(saturation.knee()).isBetween(saturation.low(), saturation.high());
    }

    @Test
    void aLineHasNoKneeAndNoTurn() {
        TemperatureSample line = sample(t -> 0.3 + 0.2 * t, 100);

        assertThat(LackOfFit.ofLine(line.cells()).value().orElseThrow().p()).isGreaterThan(0.01);
        assertThat(Saturation.of(line.cells(), 0.95)).isInstanceOf(Answer.Unknown.class);
        assertThat(TwoLines.of(line, 0.95).value().orElseThrow().turns()).isFalse();
    }

    @Test
    void aLevelCurveHasNoKnee() {
        assertThat(Saturation.of(sample(t -> 0.5, 100).cells(), 0.95)).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void aCurveThatLevelsOffIsNoLineButDoesNotTurn() {
        TemperatureSample levelling = sample(t -> 0.2 + 0.5 * Math.min(t, 1), 100);

        assertThat(LackOfFit.ofLine(levelling.cells()).value().orElseThrow().p())
                .isLessThan(1e-6);
        Saturation saturation = Saturation.of(levelling.cells(), 0.95).value().orElseThrow();
        assertThat(1.0).isBetween(saturation.low(), saturation.high());
        assertThat(TwoLines.of(levelling, 0.95).value().orElseThrow().turns()).isFalse();
    }

    @Test
    void aHillTurnsAtItsTop() {
        TwoLines lines = TwoLines.of(sample(t -> 0.6 - 0.3 * (t - 1.2) * (t - 1.2), 100), 0.95)
                .value()
                .orElseThrow();

        assertThat(lines.turns()).isTrue();
        assertThat(lines.breakpoint()).isBetween(1.0, 1.334);
        assertThat(lines.before().estimate()).isPositive();
        assertThat(lines.after().estimate()).isNegative();
    }

    @Test
    void aValleyTurnsAsWell() {
        TwoLines lines = TwoLines.of(sample(t -> 0.3 + 0.3 * (t - 1.2) * (t - 1.2), 100), 0.95)
                .value()
                .orElseThrow();

        assertThat(lines.turns()).isTrue();
        assertThat(lines.before().estimate()).isNegative();
    }

    @Test
    void tooFewTemperaturesGiveNoShape() {
        List<CellMoments> two = sample(t -> 0.5, 20).between(0, 1).cells();

        assertThat(LackOfFit.ofLine(two)).isInstanceOf(Answer.Unknown.class);
        assertThat(Saturation.of(two, 0.95)).isInstanceOf(Answer.Unknown.class);
        assertThat(TwoLines.of(sample(t -> 0.5, 20).between(0, 2), 0.95)).isInstanceOf(Answer.Unknown.class);
    }

    private static TemperatureSample sample(DoubleUnaryOperator mean, int each) {
        SplittableRandom random = new SplittableRandom(17);
        SeriesCells series = new SeriesCells(MetricScale.unitInterval());
        for (double t : SWEEP) {
            for (int i = 0; i < each; i++) {
                double noise = 0.2 * (random.nextDouble() - 0.5);
                series.add(
                        Temperature.of(t),
                        new CellOutcome.Scored(mean.applyAsDouble(t) + noise, random.nextLong(), false));
            }
        }
        return TemperatureSample.of(series, Selection.headline());
    }
}
