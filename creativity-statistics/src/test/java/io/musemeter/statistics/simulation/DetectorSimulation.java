package io.musemeter.statistics.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.change.ChangeWatch;
import io.musemeter.statistics.effect.Selection;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** False alarms of the watch over daily panes, and how soon a real change is found. */
@Tag("simulation")
class DetectorSimulation {

    private static final int YEAR = 365;
    private static final int MONTHS = 12;
    private static final int MONTH = 30;
    private static final int PANE = 30;
    private static final int MOST_IN_PANE = 2 * PANE;
    private static final int REFERENCE_DAYS = 7;
    private static final int BANK = 4_000;
    private static final double POWER = 0.9;
    /** Changes tried, which share the replications of one configuration. */
    private static final int CHANGES = 6;

    private static final Population TRUTH = Population.beta("bounded, rising", t -> 0.4 + 0.1 * t, t -> 12);

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void falseAlarmsAreAsRareAsTuned(boolean mixChanges) {
        int years = MonteCarlo.REPLICATIONS;
        List<SeriesCells> even = bank(903, 0, 0, mixChanges);
        List<SeriesCells> odd = mixChanges ? bank(904, 0, 0, false) : even;
        int[] alarmed =
                MonteCarlo.count(years, 2, 901, random -> watch(random, YEAR, day -> day % 2 == 0 ? even : odd));

        String mix = mixChanges ? ", mix of temperatures changes every day" : "";
        for (int series : new int[] {1, ChangeWatch.SERIES_WATCHED}) {
            double promised = series / (double) (MONTHS * ChangeWatch.SERIES_WATCHED);
            double tolerance = series / (double) MONTHS * MonteCarlo.tolerance(0.01, years);
            for (int detector = 0; detector < 2; detector++) {
                double rate = series * alarmed[detector] / (double) years / MONTHS;
                double most = series * MonteCarlo.upper(alarmed[detector], years) / MONTHS;
                row(series + " series: " + (detector == 0 ? "level" : "relation") + mix, rate, most, promised);
                assertThat(rate).isLessThan(promised + tolerance);
            }
        }
    }

    /** The smallest change of a fixed list that is found within 30 days in nine of ten months. */
    @ParameterizedTest
    @CsvSource({"0,0.015 0.020 0.025 0.030 0.035 0.040,0.04", "1,0.03 0.04 0.05 0.06 0.07 0.08,0.07"})
    void aSmallChangeIsFound(int detector, String changes, double greatest) {
        List<SeriesCells> before = bank(905, 0, 0, false);
        double smallest = Double.POSITIVE_INFINITY;
        for (String text : changes.split(" ", -1)) {
            double change = Double.parseDouble(text);
            double share = foundWithinAMonth(before, detector, change);
            Report.row(
                    (detector == 0 ? "level higher by " : "slope steeper by ") + text + ", found within 30 days",
                    String.format(Locale.ROOT, "%.1f %%", 100 * share),
                    share >= POWER && smallest > change ? "the smallest found nine times of ten" : "");
            smallest = share >= POWER ? Math.min(smallest, change) : smallest;
        }

        assertThat(smallest).isLessThanOrEqualTo(greatest);
    }

    private static double foundWithinAMonth(List<SeriesCells> before, int detector, double change) {
        int months = MonteCarlo.REPLICATIONS / CHANGES;
        List<SeriesCells> after = bank(906, detector == 0 ? change : 0, detector == 0 ? 0 : change, false);
        int[] alarmed = MonteCarlo.count(
                months,
                2,
                902,
                random -> watch(random, REFERENCE_DAYS + MONTH, day -> day < REFERENCE_DAYS ? before : after));
        return alarmed[detector] / (double) months;
    }

    @AfterAll
    static void writeTable() {
        Report.write("detectors", "series watched", "alarms a month, all series together", "tuned for");
    }

    /**
     * Bit 0: the level raised an alarm; bit 1: the relation did. Days are drawn from a bank, with replacement: all of a bank have one
     * distribution, which is all that "nothing changed" says.
     */
    private static int watch(SplittableRandom random, int days, IntFunction<List<SeriesCells>> bank) {
        ChangeWatch watch = ChangeWatch.start(SeriesCells.compact(TRUTH.scale()));
        int alarms = 0;
        for (int day = 0; day < days; day++) {
            SeriesCells pane = bank.apply(day).get(random.nextInt(BANK));
            ChangeWatch.Step step = watch.next(pane, Selection.headline());
            watch = step.watch();
            alarms |= (step.level() == null ? 0 : 1) | (step.relation() == null ? 0 : 2);
        }
        return alarms;
    }

    private static List<SeriesCells> bank(long seed, double shift, double steeper, boolean mostlyHot) {
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> pane(random, shift, steeper, mostlyHot))
                .limit(BANK)
                .toList();
    }

    private static SeriesCells pane(SplittableRandom random, double shift, double steeper, boolean mostlyHot) {
        SeriesCells series = SeriesCells.compact(TRUTH.scale());
        for (int j = 0; j < TRUTH.arms().size(); j++) {
            int stories = mostlyHot ? (j > 3 ? MOST_IN_PANE : 5) : PANE;
            Arm arm = TRUTH.arms().get(j);
            double moved = shift + steeper * (arm.temperature().value() - 1.167);
            for (int i = 0; i < stories; i++) {
                series.add(
                        arm.temperature(), new CellOutcome.Scored(arm.draw(random) + moved, random.nextLong(), false));
            }
        }
        return series;
    }

    private static void row(String label, double rate, double most, double promised) {
        Report.row(
                label,
                String.format(Locale.ROOT, "%.4f, surely below %.4f", rate, most),
                String.format(Locale.ROOT, "at most %.4f", promised));
    }
}
