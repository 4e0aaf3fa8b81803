package io.musemeter.aggregator.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.events.InvalidEventException;
import io.musemeter.events.correlation.Correlation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolingTest {
    private static final Pooling OVER_MODELS = Pooling.of(Map.of("over", List.of("model")));

    @Test
    void modelsWithTheSameSlopeArePooledAndShownToDifferByNoMoreThanChance() {
        List<Pooled> pools = OVER_MODELS.of(List.of(
                Made.series("edit_distance", "a", "p", t -> 0.3 + 0.1 * t, 0.2),
                Made.series("edit_distance", "b", "p", t -> 0.2 + 0.1 * t, 0.2),
                Made.series("edit_distance", "c", "p", t -> 0.4 + 0.1 * t, 0.2)));

        assertThat(pools).hasSize(1);
        Pooled pool = pools.get(0);
        assertThat(pool.effect().estimate()).isCloseTo(0.1, within(0.04));
        assertThat(pool.effect().low()).isPositive();
        assertThat(pool.effect().n()).isEqualTo(120);
        assertThat(pool.series()).extracting(Pooled.Part::name).containsExactly("a", "b", "c");
        assertThat(pool.heterogeneity().p()).isGreaterThan(0.05);
        assertThat(pool.prediction().low()).isLessThan(pool.effect().low());
        assertThat(pool.model()).isNull();
        assertThat(pool.prompt()).isEqualTo("p");
        assertThat(pool.sentence())
                .startsWith("edit_distance changes by +0.")
                .contains("on average over 3 models")
                .contains("that they differ by more than chance is not shown");
    }

    /** Simpson 1951: thrown together, a low-temperature model with high values would turn the relation around. */
    @Test
    void poolingDoesNotTurnTheRelationAround() {
        Correlation cold = Made.series("edit_distance", "cold", "p", t -> 0.7 + 0.1 * t, 0.1, 0.2, 0.4, 0.6);
        Correlation hot = Made.series("edit_distance", "hot", "p", t -> 0.1 + 0.1 * t, 0.1, 1.2, 1.4, 1.6);

        Pooled pool = OVER_MODELS.of(List.of(cold, hot)).get(0);

        assertThat(meanOf(cold)).isGreaterThan(meanOf(hot) + 0.3);
        assertThat(pool.effect().estimate()).isCloseTo(0.1, within(0.1));
        assertThat(pool.effect().estimate()).isPositive();
    }

    @Test
    void modelsThatDifferAreSaidToDiffer() {
        Pooled pool = OVER_MODELS
                .of(List.of(
                        Made.series("edit_distance", "a", "p", t -> 0.5 + 0.2 * t, 0.05),
                        Made.series("edit_distance", "b", "p", t -> 0.5 - 0.2 * t, 0.05),
                        Made.series("edit_distance", "c", "p", t -> 0.5, 0.05)))
                .get(0);

        assertThat(pool.heterogeneity().p()).isLessThan(0.001);
        assertThat(pool.heterogeneity().iSquared()).isGreaterThan(0.9);
        assertThat(pool.heterogeneity().tau()).isCloseTo(0.2, within(0.05));
        assertThat(pool.sentence()).contains("they differ by more than chance");
        assertThat(pool.effect().low()).isNegative();
        assertThat(pool.effect().high()).isPositive();
    }

    @Test
    void whatDiffersByMoreThanWhatIsAskedForIsNotPooled() {
        Correlation one = Made.series("edit_distance", "a", "p", t -> 0.3, 0.2);
        Correlation another = Made.series("edit_distance", "b", "q", t -> 0.3, 0.2);
        Correlation otherMetric = Made.series("distinct_1", "b", "p", t -> 0.3, 0.2);

        assertThat(OVER_MODELS.of(List.of(one, another, otherMetric))).isEmpty();
        assertThat(OVER_MODELS.of(List.of(one))).isEmpty();
        assertThat(Pooling.of(Map.of("over", List.of("prompt")))
                        .of(List.of(one, Made.series("edit_distance", "a", "q", t -> 0.3, 0.2)))
                        .get(0)
                        .series())
                .extracting(Pooled.Part::name)
                .containsExactly("p", "q");
    }

    @Test
    void aSeriesWithoutASlopeIsShownButNotPooled() {
        Pooled pool = OVER_MODELS
                .of(List.of(
                        Made.series("edit_distance", "a", "p", t -> 0.3 + 0.1 * t, 0.2),
                        Made.series("edit_distance", "b", "p", t -> 0.3, 0.2, 0.8)))
                .get(0);

        assertThat(pool.series()).hasSize(2);
        assertThat(pool.series().get(1).slope()).isNull();
        assertThat(pool.effect()).isNull();
        assertThat(pool.sentence()).isEqualTo("No answer: pooling needs two series.");
    }

    @ParameterizedTest
    @CsvSource({"over,colour,over", "metric,edit_distance,over"})
    void aParameterThatMakesNoSenseIsNamed(String name, String value, String field) {
        assertThatThrownBy(() -> Pooling.of(Map.of(name, List.of(value))))
                .isInstanceOf(InvalidEventException.class)
                .hasMessageStartingWith(field);
    }

    private static double meanOf(Correlation series) {
        return series.cells().stream()
                .mapToDouble(cell -> cell.mean())
                .average()
                .orElseThrow();
    }
}
