package io.musemeter.aggregator.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.events.InvalidEventException;
import io.musemeter.events.correlation.Correlation;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparingTest {
    private static final Correlation OLD = Made.series("edit_distance", "old", "p", t -> 0.3 + 0.2 * t, 0.04);
    private static final Correlation NEW = Made.series("edit_distance", "new", "p", t -> 0.22 + 0.2 * t, 0.04);

    private static Comparison compare(Correlation from, Correlation to, String... further) {
        Map<String, List<String>> parameters = new TreeMap<>();
        parameters.put("from", List.of(from.seriesId()));
        parameters.put("to", List.of(to.seriesId()));
        for (int i = 0; i < further.length; i += 2) {
            parameters.put(further[i], List.of(further[i + 1]));
        }
        return Comparing.of(parameters).of(List.of(from, to)).orElseThrow();
    }

    @Test
    void aModelThatNeedsMoreHeatIsToldHowMuch() {
        Comparison comparison = compare(OLD, NEW, "at", "0.8");

        assertThat(comparison.differences()).hasSize(4).allSatisfy(each -> {
            assertThat(each.difference().estimate()).isCloseTo(-0.08, within(0.02));
            assertThat(each.difference().high()).isNegative();
            assertThat(each.difference().n()).isEqualTo(20);
            assertThat(each.simultaneousLow()).isLessThan(each.difference().low());
            assertThat(each.simultaneousHigh()).isGreaterThan(each.difference().high());
        });
        assertThat(comparison.average().estimate()).isCloseTo(-0.08, within(0.01));
        assertThat(comparison.average().high() - comparison.average().low())
                .isLessThan(comparison.differences().get(0).difference().high()
                        - comparison.differences().get(0).difference().low());
        assertThat(comparison.average().n()).isEqualTo(80);
        assertThat(comparison.noAnswer()).isEmpty();
        Comparison.Equivalent match = comparison.equivalents().stream()
                .filter(each -> each.old() == 0.8)
                .findFirst()
                .orElseThrow();
        assertThat(match.estimate()).isCloseTo(1.2, within(0.1));
        assertThat(match.low()).isLessThan(match.estimate());
        assertThat(match.high()).isGreaterThan(match.estimate());
        assertThat(comparison.sentence()).startsWith("new needs T = 1.").contains(" to match old at 0.8 (95 % 1.");
        assertThat(comparison.slopeDifference().low()).isNegative();
        assertThat(comparison.slopeDifference().high()).isPositive();
        assertThat(comparison.slopeDifference().n()).isEqualTo(80);
    }

    @Test
    void whereTheCurveNeverGetsThereIsSaid() {
        Comparison comparison = compare(OLD, NEW, "at", "1.6");

        assertThat(comparison.sentence()).startsWith("No answer: the new curve never reaches");
        assertThat(comparison.equivalents().get(3).estimate()).isNull();
        assertThat(comparison.equivalents().get(3).noAnswer()).isNotBlank();
    }

    @Test
    void whatCannotBeToldIsNotCalledNever() {
        Comparison comparison = compare(
                Made.series("edit_distance", "old", "p", t -> 0.325, 0.1),
                Made.series("edit_distance", "new", "p", t -> 0.3, 0.1),
                "at",
                "0.8");

        assertThat(comparison.equivalents().get(1).estimate()).isNull();
        assertThat(comparison.equivalents().get(1).low()).isNotNull();
        assertThat(comparison.equivalents().get(1).noAnswer()).isNull();
        assertThat(comparison.sentence()).startsWith("It cannot be told whether new matches old at 0.8");
    }

    @Test
    void curvesWithoutACommonTemperatureHaveNoAverageAndThatIsSaid() {
        Comparison comparison = compare(OLD, Made.series("edit_distance", "new", "p", t -> 0.3, 0.1, 0.5, 0.9));

        assertThat(comparison.average()).isNull();
        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.noAnswer().get("average")).startsWith("the curves have no temperature in common");
    }

    @Test
    void bucketsOfTemperaturesLieWhereTheirStoriesDo() {
        double[] many =
                IntStream.range(0, 100).mapToDouble(i -> 0.4 + 0.015 * i).toArray();
        Correlation old = Made.series("edit_distance", "old", "p", t -> 0.3 + 0.2 * t, 0.04, many);
        Correlation fresh = Made.series("edit_distance", "new", "p", t -> 0.22 + 0.2 * t, 0.04, many);

        Comparison comparison = compare(old, fresh, "at", "0.8");

        assertThat(old.bucketedTemperatures()).isTrue();
        assertThat(comparison.differences()).hasSizeGreaterThan(30);
        assertThat(comparison.equivalents())
                .filteredOn(each -> each.estimate() != null && each.old() < 1.2)
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.estimate() - each.old()).isCloseTo(0.4, within(0.15)));
        assertThat(Curve.of(old))
                .allSatisfy(cell -> assertThat(cell.temperature() - cell.key()).isBetween(0.005, 0.035));
    }

    @Test
    void skewedMetricsAreComparedByTheirLogarithms() {
        Comparison comparison = compare(
                Made.series("reference_perplexity", "old", "p", t -> Math.exp(1 + t), 0.2),
                Made.series("reference_perplexity", "new", "p", t -> Math.exp(1.5 + t), 0.2));

        assertThat(comparison.logarithmic()).isTrue();
        assertThat(comparison.differences())
                .allSatisfy(each -> assertThat(each.difference().estimate()).isCloseTo(0.5, within(0.05)));
    }

    @Test
    void twoMetricsAreNotCompared() {
        assertThatThrownBy(() -> compare(OLD, Made.series("distinct_1", "new", "p", t -> 0.3, 0.1)))
                .isInstanceOf(InvalidEventException.class)
                .hasMessageStartingWith("to");
    }

    @Test
    void aSeriesThatIsNotThereGivesNothing() {
        assertThat(new Comparing(OLD.seriesId(), "0".repeat(32), OLD.window(), OptionalDouble.empty()).of(List.of(OLD)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"from,x,from", "at,hot,at", "at,-1,at", "window,2h,window", "metric,edit_distance,metric"})
    void aParameterThatMakesNoSenseIsNamed(String name, String value, String field) {
        assertThatThrownBy(() -> compare(OLD, NEW, name, value))
                .isInstanceOf(InvalidEventException.class)
                .hasMessageStartingWith(field);
    }
}
