package io.musemeter.statistics.shape;

import static io.musemeter.statistics.Curves.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.statistics.Curves;
import io.musemeter.statistics.Fixtures;
import io.musemeter.statistics.effect.CellMoments;
import io.musemeter.statistics.effect.Selection;
import io.musemeter.statistics.effect.TemperatureSample;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeOracleTest {

    private static final double[] SWEEP = {0.334, 0.667, 1.0, 1.334, 1.667, 2.0};

    @ParameterizedTest
    @ValueSource(strings = {"bounded", "ratings", "perplexity", "unequal"})
    void aLineIsTestedAsByJohansensMatrices(String data) {
        LackOfFit line = LackOfFit.ofLine(sample(data).cells()).value().orElseThrow();

        assertThat(line.f()).isCloseTo(figure(data + ".line.f"), within(1e-7));
        assertThat(line.denominatorFreedom()).isCloseTo(figure(data + ".line.df"), Percentage.withPercentage(1e-5));
        assertThat(line.p()).isCloseTo(figure(data + ".line.p"), within(1e-8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounded", "ratings", "perplexity", "unequal"})
    void twoLinesPartWhereTheRuleSaysAndHaveTheirSlopes(String data) {
        TwoLines lines = TwoLines.of(sample(data), 0.95).value().orElseThrow();

        assertThat(lines.breakpoint()).isEqualTo(figure(data + ".two.break"));
        assertThat(lines.before().estimate()).isCloseTo(figure(data + ".two.before"), within(1e-8));
        assertThat(lines.before().p()).isCloseTo(figure(data + ".two.before.p"), within(1e-8));
        assertThat(lines.after().estimate()).isCloseTo(figure(data + ".two.after"), within(1e-8));
        assertThat(lines.after().p()).isCloseTo(figure(data + ".two.after.p"), within(1e-7));
    }

    @Test
    void theIntervalOfTheKneeEndsWhereTheProfileBecomesSignificantlyWorse() {
        double[] means = {0.70, 0.79, 0.868, 0.90, 0.902, 0.899};
        double[] errors = {0.010, 0.008, 0.007, 0.006, 0.006, 0.007};
        List<CellMoments> cells = new ArrayList<>();
        for (int j = 0; j < means.length; j++) {
            cells.add(Curves.cell(SWEEP[j], 100, means[j], 100 * errors[j] * errors[j]));
        }

        Saturation saturation = Saturation.of(cells, 0.95).value().orElseThrow();

        // The profile is looked at in 500 steps.
        assertThat(saturation.low()).isCloseTo(figure("knee.low"), within(1.666 / 500));
        assertThat(saturation.high()).isCloseTo(figure("knee.high"), within(1.666 / 500));
    }

    private static TemperatureSample sample(String data) {
        return TemperatureSample.of(Fixtures.series(data), Selection.headline());
    }
}
