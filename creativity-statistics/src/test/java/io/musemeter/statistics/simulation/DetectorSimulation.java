package io.musemeter.statistics.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.change.LevelShift;
import io.musemeter.statistics.change.MeanDetector;
import io.musemeter.statistics.change.ReferenceTolerance;
import io.musemeter.statistics.change.RelationShift;
import io.musemeter.statistics.effect.Selection;
import io.musemeter.statistics.effect.Slope;
import io.musemeter.statistics.effect.TemperatureSample;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** False alarms a month of hourly panes, and how soon a real change is found. */
@Tag("simulation")
class DetectorSimulation {

    private static final int MONTH = 720;
    private static final int REFERENCE = 200;
    private static final int PANE = 8;
    private static final int MOST_IN_PANE = 2 * PANE;
    private static final Population TRUTH = Population.beta("bounded, rising", t -> 0.4 + 0.1 * t, t -> 12);

    @ParameterizedTest
    @CsvSource({"1,false", "1,true", "100,false"})
    void falseAlarmsAreAsRareAsTuned(int series, boolean mixChanges) {
        double runLength = 12.0 * MONTH * series;
        // The rate of a single series among many is small: it takes more months to measure.
        int months = Math.max(1, series == 1 ? MonteCarlo.REPLICATIONS / 10 : MonteCarlo.REPLICATIONS);
        int[] alarmed = MonteCarlo.count(months, 2, 901, random -> month(random, runLength, series, 0, mixChanges));

        String label = series + " series, once a year in all of them"
                + (mixChanges ? ", mix of temperatures changes every day" : "");
        // For many series the rate of one, times their number.
        double level = series * alarmed[0] / (double) months;
        double relation = series * alarmed[1] / (double) months;
        row(label + ": level", level);
        row(label + ": relation", relation);
        double tolerance = series * MonteCarlo.tolerance(1.0 / 12 / series, months);
        assertThat(level).isLessThan(1.0 / 12 + tolerance);
        assertThat(relation).isLessThan(1.0 / 12 + tolerance);
    }

    @ParameterizedTest
    @CsvSource({"0.02", "0.04"})
    void aChangeIsFound(double shift) {
        int months = Math.max(1, MonteCarlo.REPLICATIONS / 10);
        int[] alarmed = MonteCarlo.count(months, 2, 902, random -> month(random, 12.0 * MONTH, 1, shift, false));

        Report.row(
                "level higher by " + shift + ", found within a month",
                String.format(Locale.ROOT, "%.1f %%", 100.0 * alarmed[0] / months),
                "power, no promise");
        assertThat(alarmed[0]).isGreaterThan(months / 2);
    }

    @AfterAll
    static void writeTable() {
        Report.write("detectors", "series watched, tuning", "alarms a month, all series together", "tuned for");
    }

    /** Bit 0: the level detector raised an alarm; bit 1: the one for the relation did. */
    private static int month(SplittableRandom random, double runLength, int series, double shift, boolean mixChanges) {
        double tolerance = ReferenceTolerance.of(mixChanges ? MOST_IN_PANE : PANE, REFERENCE, series);
        TemperatureSample reference = TemperatureSample.of(TRUTH.sample(REFERENCE, random), Selection.headline());
        MeanDetector level = MeanDetector.start(runLength, tolerance);
        MeanDetector relation = MeanDetector.start(runLength, tolerance);
        int alarms = 0;
        for (int hour = 0; hour < MONTH; hour++) {
            TemperatureSample pane = pane(random, shift, mixChanges && hour / 24 % 2 == 0);
            MeanDetector.Step next = level.next(
                    LevelShift.of(reference.cells(), pane.cells()).value().orElseThrow());
            level = next.detector();
            alarms |= next.alarm() == null ? 0 : 1;
            double z = Slope.of(reference, 0.95)
                    .then(then -> Slope.of(pane, 0.95).map(now -> RelationShift.of(then, now)))
                    .value()
                    .orElseThrow();
            MeanDetector.Step step = relation.next(z);
            relation = step.detector();
            alarms |= step.alarm() == null ? 0 : 2;
        }
        return alarms;
    }

    private static TemperatureSample pane(SplittableRandom random, double shift, boolean mostlyHot) {
        SeriesCells series = new SeriesCells(TRUTH.scale(), SeriesCells.PANE_EXACT_LIMIT);
        for (int j = 0; j < TRUTH.arms().size(); j++) {
            int stories = mostlyHot ? (j > 3 ? MOST_IN_PANE : 5) : PANE;
            Arm arm = TRUTH.arms().get(j);
            for (int i = 0; i < stories; i++) {
                series.add(
                        arm.temperature(), new CellOutcome.Scored(arm.draw(random) + shift, random.nextLong(), false));
            }
        }
        return TemperatureSample.of(series, Selection.headline());
    }

    private static void row(String label, double rate) {
        Report.row(label, String.format(Locale.ROOT, "%.3f", rate), "at most 0.083");
    }
}
