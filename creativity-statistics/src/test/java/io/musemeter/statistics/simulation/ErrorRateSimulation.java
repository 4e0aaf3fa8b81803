package io.musemeter.statistics.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.analysis.Analysis;
import io.musemeter.statistics.analysis.Shape;
import io.musemeter.statistics.effect.Selection;
import io.musemeter.statistics.effect.Slope;
import io.musemeter.statistics.effect.TemperatureSample;
import io.musemeter.statistics.multiplicity.EvidenceSince;
import io.musemeter.statistics.multiplicity.HeadlineTests;
import io.musemeter.statistics.multiplicity.PanePool;
import io.musemeter.statistics.shape.LackOfFit;
import io.musemeter.statistics.shape.TwoLines;
import io.musemeter.statistics.verdict.VerdictTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often nothing is taken for something. */
@Tag("simulation")
class ErrorRateSimulation {

    private static final double ALPHA = 0.05;
    private static final Population LEVEL = Population.beta("bounded, no effect", t -> 0.5, t -> 8);
    private static final Population SKEWED = Population.beta("bounded, skewed, no effect", t -> 0.08, t -> 6);
    private static final Population LINE = Population.beta("bounded, a line", t -> 0.3 + 0.15 * t, t -> 15);
    private static final Population LOG_SCALE =
            Population.lognormal("log scale, spread rising, no effect", t -> 0.5, t -> 0.05 + 0.2 * t);
    /** What docs/statistics.md says of the test of a line at five stories. */
    private static final double LACK_OF_FIT_OF_FEW = 0.0585;
    /** What it says of ticks of five stories a temperature whose spread rises fourfold. */
    private static final double DISCOVERIES_OF_FEW = 0.0574;

    private static final double LEVEL_OF_INTERVALS = 0.95;

    static Stream<Arguments> ticks() {
        return Stream.of(
                Arguments.of(LEVEL, 5),
                Arguments.of(SKEWED, 5),
                Arguments.of(LOG_SCALE, 5),
                Arguments.of(LOG_SCALE, 30));
    }

    @ParameterizedTest
    @MethodSource("ticks")
    void seriesWithoutAnEffectAreSeldomCalledRelated(Population population, int each) {
        int[] found = MonteCarlo.count(3, 401L + each + 31L * population.name().hashCode(), random -> {
            List<HeadlineTests> tick = new ArrayList<>();
            for (int series = 0; series < 10; series++) {
                tick.add(tests(TemperatureSample.of(population.sample(each, random), Selection.headline())));
            }
            boolean related = false;
            boolean turning = false;
            for (HeadlineTests q : HeadlineTests.qValues(tick)) {
                related |= q.finds(VerdictTable.DISCOVERY);
                turning |= q.turn().orElse(1) <= VerdictTable.DISCOVERY;
            }
            return (related ? 1 : 0) | (turning ? 2 : 0) | (related || turning ? 4 : 0);
        });

        String where = ": " + population.name() + ", " + each + " stories per T";
        row("a tick of 10 series, some slope found" + where, found[0], "");
        row("a tick of 10 series, some turning point found" + where, found[1], "");
        // Where spread rises fourfold, tails of few stories are heavier than Student's; q is labelled approximate
        // there.
        boolean labelled = each < Analysis.ENOUGH_STORIES && population.equals(LOG_SCALE);
        double promised = labelled ? DISCOVERIES_OF_FEW : ALPHA;
        row("a tick of 10 series, some of either" + where, found[2], labelled ? "labelled approximate" : "at most 5 %");
        assertThat(found[2] / (double) MonteCarlo.REPLICATIONS)
                .isLessThan(promised + MonteCarlo.tolerance(promised, MonteCarlo.REPLICATIONS));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 30})
    void aLineIsSeldomTakenForACurve(int each) {
        int[] found = MonteCarlo.count(2, 501 + each, random -> {
            TemperatureSample sample = TemperatureSample.of(LINE.sample(each, random), Selection.headline());
            boolean bent = LackOfFit.ofLine(sample.cells())
                    .value()
                    .filter(t -> t.p() < ALPHA)
                    .isPresent();
            boolean turns = TwoLines.of(sample, LEVEL_OF_INTERVALS)
                    .value()
                    .filter(TwoLines::turns)
                    .isPresent();
            return (bent ? 1 : 0) | (turns ? 2 : 0);
        });

        double promised = each < Analysis.ENOUGH_STORIES ? LACK_OF_FIT_OF_FEW : ALPHA;
        row(
                "lack of fit of a true line, " + each + " stories per T",
                found[0],
                each < Analysis.ENOUGH_STORIES ? "labelled approximate" : "at most 5 %");
        row("two lines on a true line, " + each + " stories per T", found[1], "at most 5 %");
        assertThat(found[0] / (double) MonteCarlo.REPLICATIONS)
                .isLessThan(promised + MonteCarlo.tolerance(promised, MonteCarlo.REPLICATIONS));
        assertAtMost(found[1]);
    }

    @ParameterizedTest
    @ValueSource(ints = 2)
    void evidenceOverAYearOfPanesSeldomReachesItsThresholdOnNothing(int each) {
        int[] found = MonteCarlo.count(1, 601 + each, random -> alarmed(each, random) ? 1 : 0);

        row(
                "evidence over 365 daily panes of " + each + " skewed scores per T ever reaches 1/.05",
                found[0],
                "at most 5 %");
        assertAtMost(found[0]);
    }

    @AfterAll
    static void writeTable() {
        Report.write("errors", "what happens although nothing is there", "measured", "promised");
    }

    /** What an analysis brings to the family of its tick, without what else it computes. */
    private static HeadlineTests tests(TemperatureSample sample) {
        Shape shape = new Shape(
                LackOfFit.ofLine(sample.cells()),
                Answer.unknown(Answer.Reason.NOT_APPLICABLE, "not asked"),
                TwoLines.of(sample, LEVEL_OF_INTERVALS));
        double slope =
                Slope.of(sample, LEVEL_OF_INTERVALS).value().orElseThrow().p();
        return HeadlineTests.of(
                slope, shape.turn().map(turn -> OptionalDouble.of(turn.p())).orElse(OptionalDouble.empty()));
    }

    private static boolean alarmed(int each, SplittableRandom random) {
        EvidenceSince evidence = EvidenceSince.none(ALPHA);
        PanePool pool = new PanePool(SKEWED.scale());
        for (int pane = 0; pane < 365 && !evidence.alarmed(); pane++) {
            Optional<PanePool.Ready> ready = pool.add(SKEWED.pane(each, random));
            if (ready.isPresent()) {
                Optional<Estimate> slope = Slope.of(
                                TemperatureSample.of(
                                        ready.get().cells(), ready.get().selection()),
                                0.95)
                        .value();
                if (slope.isPresent()) {
                    evidence = evidence.next(slope.get().p());
                }
            }
        }
        return evidence.alarmed();
    }

    private static void row(String what, int count, String promise) {
        Report.row(what, String.format(Locale.ROOT, "%.2f %%", 100.0 * count / MonteCarlo.REPLICATIONS), promise);
    }

    private static void assertAtMost(int count) {
        double tolerance = MonteCarlo.tolerance(ALPHA, MonteCarlo.REPLICATIONS);
        assertThat(count / (double) MonteCarlo.REPLICATIONS).isLessThan(ALPHA + tolerance);
    }
}
