package io.musemeter.statistics.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
import io.musemeter.statistics.effect.LengthAdjustedSlope;
import io.musemeter.statistics.effect.Selection;
import io.musemeter.statistics.effect.TemperatureSample;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often the interval of the slope among stories of one length holds the truth, where hotter stories are longer. */
@Tag("simulation")
class LengthSimulation {

    private static final double SLOPE = 0.1;
    private static final double PER_WORD = 0.0008;

    @ParameterizedTest
    @CsvSource({"5,false", "30,true"})
    void theIntervalHoldsTheTruth(int each, boolean spreadGrows) {
        int[] held = MonteCarlo.count(
                1,
                1001 + each,
                random -> LengthAdjustedSlope.of(
                                TemperatureSample.of(draw(each, spreadGrows, random), Selection.headline()), 0.95)
                        .value()
                        .filter(found -> found.slope().low() <= SLOPE
                                && SLOPE <= found.slope().high())
                        .map(found -> 1)
                        .orElse(0));

        double coverage = held[0] / (double) MonteCarlo.REPLICATIONS;
        Report.row(
                spreadGrows ? "spread grows with length" : "spread does not depend on length",
                Integer.toString(each),
                String.format(Locale.ROOT, "%.1f", 100 * coverage));
        double tolerance = MonteCarlo.tolerance(0.935, MonteCarlo.REPLICATIONS);
        assertThat(coverage).isBetween(0.935 - tolerance, 0.965 + tolerance);
    }

    @AfterAll
    static void writeTable() {
        Report.write("length", "population", "stories per T", "slope at one length");
    }

    private static SeriesCells draw(int each, boolean spreadGrows, SplittableRandom random) {
        SeriesCells series = new SeriesCells(MetricScale.unitInterval());
        for (double t : Population.SWEEP) {
            for (int i = 0; i < each; i++) {
                int words =
                        (int) (60 + 40 * t + 40 * (random.nextDouble() + random.nextDouble() + random.nextDouble()));
                double reach = spreadGrows ? 0.0015 * words : 0.2;
                double value = 0.2 + SLOPE * t + PER_WORD * words + reach * (random.nextDouble() - 0.5);
                series.add(Temperature.of(t), new CellOutcome.Scored(value, random.nextLong(), false, words));
            }
        }
        return series;
    }
}
