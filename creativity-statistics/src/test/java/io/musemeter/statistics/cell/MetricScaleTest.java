package io.musemeter.statistics.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricScaleTest {

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300, -1e12})
    void whatDoesNotFitTheGridIsRefusedByName(double value) {
        assertThatThrownBy(() -> MetricScale.unitInterval().toGrid(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("value: ");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -3, 1e-9})
    void aLogarithmicScaleRefusesWhatIsNotPositive(double value) {
        assertThatThrownBy(() -> MetricScale.perplexity().toGrid(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not positive");
    }

    @Test
    void aDecimalComesBackAsTheSameNumber() {
        MetricScale slider = MetricScale.linear(1, 5, 3);

        assertThat(slider.fromGrid(slider.toGrid(4.507))).isEqualTo(4.507);
    }

    @Test
    void theEndsOfTheRangeBelongToIt() {
        MetricScale scale = MetricScale.unitInterval();

        assertThat(scale.binOf(scale.toGrid(0))).isEqualTo(1);
        assertThat(scale.binOf(scale.toGrid(1))).isEqualTo(scale.bins());
        assertThat(scale.binOf(scale.toGrid(-0.000001))).isZero();
        assertThat(scale.binOf(scale.toGrid(1.000001))).isEqualTo(scale.bins() + 1);
    }

    @Property(tries = 500)
    void aLinearValueLiesWithinItsBin(@ForAll @DoubleRange(min = 0, max = 1) double value) {
        MetricScale scale = MetricScale.unitInterval();
        long grid = scale.toGrid(value);
        int bin = scale.binOf(grid);

        assertThat(scale.fromGrid(grid)).isBetween(scale.lowerEdge(bin) - 1e-12, scale.lowerEdge(bin + 1) + 1e-12);
    }

    @Property(tries = 500)
    void aLogarithmicValueLiesWithinItsBin(@ForAll @DoubleRange(min = 1, max = 1e6) double value) {
        MetricScale scale = MetricScale.perplexity();
        long grid = scale.toGrid(value);
        int bin = scale.binOf(grid);

        assertThat(Math.log(scale.fromGrid(grid)))
                .isBetween(Math.log(scale.lowerEdge(bin)) - 1e-9, Math.log(scale.lowerEdge(bin + 1)) + 1e-9);
    }

    @Test
    void theLogarithmicScaleEndsWhereItSays() {
        assertThat(MetricScale.perplexity().lowerEdge(MetricScale.DEFAULT_BINS + 1))
                .isCloseTo(1e6, within(1e-3));
    }

    @Test
    void anUnusableScaleIsRefusedByName() {
        assertThatThrownBy(() -> MetricScale.linear(1, 1, 3)).hasMessageStartingWith("low, high: ");
        assertThatThrownBy(() -> MetricScale.linear(0, Double.NaN, 3)).hasMessageStartingWith("low, high: ");
        assertThatThrownBy(() -> MetricScale.linear(0, 1, 13)).hasMessageStartingWith("decimals: ");
        assertThatThrownBy(() -> MetricScale.linear(0, 1e9, 12)).hasMessageStartingWith("low, high: ");
        assertThatThrownBy(() -> new MetricScale.Linear(0, 1, 6, 1)).hasMessageStartingWith("bins: ");
        assertThatThrownBy(() -> new MetricScale.Logarithmic(0, 1, 6, 8)).hasMessageStartingWith("low: ");
    }
}
