package io.musemeter.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Fixtures;
import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LengthAdjustedSlopeTest {

    private static final double[] SWEEP = {0.334, 0.667, 1.0, 1.334, 1.667, 2.0};

    @ParameterizedTest
    @ValueSource(strings = {"bounded", "perplexity"})
    void theAnalysisOfCovarianceIsThatOfStatsmodels(String data) {
        LengthAdjustedSlope adjusted = adjusted(TemperatureSample.of(withLengths(data), Selection.headline()));

        assertThat(adjusted.slope().estimate()).isCloseTo(figure(data + ".slope"), within(1e-9));
        assertThat(adjusted.perWord()).isCloseTo(figure(data + ".perWord"), within(1e-12));
        assertThat(adjusted.wordsPerTemperature()).isCloseTo(figure(data + ".wordsPerTemperature"), within(1e-8));
        assertThat(adjusted.slope().standardError()).isCloseTo(figure(data + ".error"), within(1e-9));
        assertThat(adjusted.slope().degreesOfFreedom())
                .isCloseTo(figure(data + ".df"), Percentage.withPercentage(1e-5));
        assertThat(adjusted.slope().low()).isCloseTo(figure(data + ".low"), within(1e-8));
        assertThat(adjusted.slope().high()).isCloseTo(figure(data + ".high"), within(1e-8));
        assertThat(adjusted.slope().p()).isCloseTo(figure(data + ".p"), within(1e-8));
        // HC3 makes no assumption on spread and length; it is not far.
        assertThat(adjusted.slope().standardError()).isCloseTo(figure(data + ".hc3"), Percentage.withPercentage(15));
    }

    @Test
    void whatLengthAloneDoesIsTakenOut() {
        SeriesCells series = new SeriesCells(MetricScale.unitInterval());
        SplittableRandom random = new SplittableRandom(5);
        for (double t : SWEEP) {
            for (int i = 0; i < 40; i++) {
                int words = (int) (80 * t) + random.nextInt(100);
                double value = 0.2 + 0.001 * words + 0.05 * random.nextDouble();
                series.add(Temperature.of(t), new CellOutcome.Scored(value, random.nextLong(), false, words));
            }
        }
        TemperatureSample sample = TemperatureSample.of(series, Selection.headline());

        LengthAdjustedSlope adjusted = adjusted(sample);

        assertThat(Slope.of(sample, 0.95).value().orElseThrow().low()).isGreaterThan(0.06);
        assertThat(adjusted.slope().excludesZero()).isFalse();
        assertThat(adjusted.perWord()).isCloseTo(0.001, within(1e-4));
        assertThat(adjusted.wordsPerTemperature()).isCloseTo(80, within(20.0));
    }

    @Test
    void lengthsThatAreTheSameAtEveryTemperatureChangeNoEstimate() {
        SeriesCells series = new SeriesCells(MetricScale.unitInterval());
        SplittableRandom random = new SplittableRandom(6);
        for (double t : SWEEP) {
            for (int i = 0; i < 12; i++) {
                series.add(
                        Temperature.of(t),
                        new CellOutcome.Scored(0.8 * random.nextDouble(), random.nextLong(), false, 100 + 10 * i));
            }
        }
        TemperatureSample sample = TemperatureSample.of(series, Selection.headline());

        assertThat(adjusted(sample).slope().estimate())
                .isCloseTo(Slope.of(sample, 0.95).value().orElseThrow().estimate(), within(1e-12));
    }

    @Test
    void copiesOfOneTextBorrowTheirSpread() {
        SeriesCells series = withLengths("bounded");
        for (int i = 0; i < 500; i++) {
            series.add(Temperature.of(2.5), new CellOutcome.Scored(0.5, 1, false, 120));
        }

        LengthAdjustedSlope adjusted = adjusted(TemperatureSample.of(series, Selection.headline()));

        assertThat(adjusted.slope().standardError()).isGreaterThan(figure("bounded.error"));
    }

    @Test
    void withoutLengthsOrWithoutSpreadThereIsAReason() {
        SeriesCells unknown = Fixtures.series("bounded");
        SeriesCells mixed = withLengths("bounded");
        mixed.add(Temperature.of(1), new CellOutcome.Scored(0.5, 1, false));
        SeriesCells equal = new SeriesCells(MetricScale.unitInterval());
        for (int i = 0; i < 60; i++) {
            equal.add(Temperature.of(1 + i % 2), new CellOutcome.Scored(0.01 * i, i, false, 100));
        }

        assertThat(reason(unknown)).isEqualTo("the length of 240 of 240 stories is not known");
        assertThat(reason(mixed)).isEqualTo("the length of 1 of 193 stories is not known");
        assertThat(reason(equal)).isEqualTo("the stories of a temperature are all equally long");
        assertThat(reason(new SeriesCells(MetricScale.unitInterval()))).isEqualTo("nothing was scored");
    }

    private static String reason(SeriesCells series) {
        return LengthAdjustedSlope.of(TemperatureSample.of(series, Selection.headline()), 0.95)
                .fold(known -> "known", Answer.Unknown::detail);
    }

    private static LengthAdjustedSlope adjusted(TemperatureSample sample) {
        return LengthAdjustedSlope.of(sample, 0.95).value().orElseThrow();
    }

    private static double figure(String name) {
        return Fixtures.figure("length/figures.properties", name);
    }

    private static SeriesCells withLengths(String data) {
        SeriesCells series =
                new SeriesCells(data.equals("perplexity") ? MetricScale.perplexity() : MetricScale.unitInterval());
        List<double[]> rows = Fixtures.rowsWithoutHeader("length/" + data + ".csv");
        for (int i = 0; i < rows.size(); i++) {
            double[] row = rows.get(i);
            series.add(Temperature.of(row[0]), new CellOutcome.Scored(row[1], i + 1, false, (int) row[2]));
        }
        return series;
    }
}
