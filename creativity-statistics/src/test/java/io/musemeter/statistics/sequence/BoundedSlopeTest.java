package io.musemeter.statistics.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Fixtures;
import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
import io.musemeter.statistics.effect.Selection;
import io.musemeter.statistics.effect.TemperatureSample;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedSlopeTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void theIntervalIsThatOfTheOracle(int number) {
        List<double[]> rows = Fixtures.rows("sequence/bounded_slope.csv").stream()
                .filter(row -> row[0] == number)
                .toList();
        SeriesCells series = new SeriesCells(MetricScale.unitInterval());
        for (int i = 0; i < rows.size(); i++) {
            series.add(Temperature.of(rows.get(i)[1]), new CellOutcome.Scored(rows.get(i)[2], i, false));
        }

        ConfidenceInterval interval =
                BoundedSlope.of(sample(series), 0, 1, 0.05).value().orElseThrow();

        assertThat(interval.estimate()).isCloseTo(rows.get(0)[3], within(1e-9));
        assertThat(interval.low()).isCloseTo(rows.get(0)[4], within(1e-6));
        assertThat(interval.high()).isCloseTo(rows.get(0)[5], within(1e-6));
        assertThat(interval.guarantee()).isEqualTo(ConfidenceInterval.Guarantee.NON_ASYMPTOTIC);
    }

    /** What makes it hold: one story multiplies the capital by at most 1 on average, whatever centre, bet and two-point law. */
    @Property(tries = 2_000)
    void aBetGainsNothingOnAverage(
            @ForAll @DoubleRange(min = 0, max = 1) double low,
            @ForAll @DoubleRange(min = 0, max = 1) double high,
            @ForAll @DoubleRange(min = 0, max = 1) double chance,
            @ForAll @DoubleRange(min = 0, max = 1) double centre,
            @ForAll @DoubleRange(min = -0.95, max = 0.95) double bet) {
        double mean = chance * high + (1 - chance) * low;

        double expected = chance * gain(high, mean, centre, bet) + (1 - chance) * gain(low, mean, centre, bet);

        assertThat(expected).isLessThanOrEqualTo(1 + 1e-12);
    }

    private static double gain(double x, double mean, double centre, double bet) {
        return Math.exp(bet * (x - mean) - BoundedSlope.penalty(Math.abs(bet)) * (x - centre) * (x - centre));
    }

    @Test
    void theIntervalShrinksWithTheNumberOfStories() {
        double few = width(sample(series(100, 0, 1)));
        double many = width(sample(series(10_000, 0, 1)));

        assertThat(many).isLessThan(few / 7);
    }

    @Test
    void theRangeOfTheMetricIsATrueUnit() {
        ConfidenceInterval unit =
                BoundedSlope.of(sample(series(200, 0, 1)), 0, 1, 0.05).value().orElseThrow();
        ConfidenceInterval fives =
                BoundedSlope.of(sample(series(200, 1, 5)), 1, 5, 0.05).value().orElseThrow();

        assertThat(fives.estimate()).isCloseTo(4 * unit.estimate(), within(1e-5));
        assertThat(fives.high() - fives.low()).isCloseTo(4 * (unit.high() - unit.low()), within(1e-4));
    }

    @Test
    void copiesOfFewTextsAreNoIndependentStories() {
        SeriesCells series = new SeriesCells(MetricScale.unitInterval());
        for (int i = 0; i < 100; i++) {
            series.add(Temperature.of(0.5 + i % 2), new CellOutcome.Scored(0.5, i % 4, false));
        }

        assertThat(BoundedSlope.of(sample(series), 0, 1, 0.05)).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void withoutScoresOrASecondTemperatureThereIsNoSlope() {
        SeriesCells series = new SeriesCells(MetricScale.unitInterval());
        assertThat(BoundedSlope.of(sample(series), 0, 1, 0.05)).isInstanceOf(Answer.Unknown.class);
        series.add(Temperature.of(1), new CellOutcome.Scored(0.5, 1, false));

        assertThat(BoundedSlope.of(sample(series), 0, 1, 0.05)).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void aConstantMetricStillHasAnInterval() {
        SeriesCells series = new SeriesCells(MetricScale.unitInterval());
        for (int i = 0; i < 2_000; i++) {
            series.add(Temperature.of(0.5 + i % 2), new CellOutcome.Scored(0.5, i, false));
        }

        ConfidenceInterval interval =
                BoundedSlope.of(sample(series), 0, 1, 0.05).value().orElseThrow();

        assertThat(interval.estimate()).isZero();
        assertThat(interval.high()).isPositive().isLessThan(0.1);
    }

    @Test
    void unusableInputIsRefusedByName() {
        TemperatureSample sample = sample(series(10, 0, 1));

        assertThatThrownBy(() -> BoundedSlope.of(sample, 1, 1, 0.05)).hasMessageStartingWith("low, high: ");
        assertThatThrownBy(() -> BoundedSlope.of(sample, 0, 1, 1)).hasMessageStartingWith("alpha: ");
    }

    private static double width(TemperatureSample sample) {
        ConfidenceInterval interval =
                BoundedSlope.of(sample, 0, 1, 0.05).value().orElseThrow();
        return interval.high() - interval.low();
    }

    private static SeriesCells series(int each, double low, double high) {
        SeriesCells series = new SeriesCells(MetricScale.linear(low, high, 6));
        Random random = new Random(4);
        for (int i = 0; i < each * 6; i++) {
            double unit = 0.3 + 0.1 * (i % 6) / 3.0 + 0.2 * random.nextDouble();
            series.add(Temperature.of((i % 6 + 1) / 3.0), new CellOutcome.Scored(low + (high - low) * unit, i, false));
        }
        return series;
    }

    private static TemperatureSample sample(SeriesCells series) {
        return TemperatureSample.of(series, Selection.headline());
    }
}
