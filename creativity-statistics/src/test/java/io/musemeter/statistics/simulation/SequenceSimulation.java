package io.musemeter.statistics.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.effect.Selection;
import io.musemeter.statistics.effect.Slope;
import io.musemeter.statistics.effect.TemperatureSample;
import io.musemeter.statistics.sequence.AsymptoticSequence;
import io.musemeter.statistics.sequence.BoundedSlope;
import io.musemeter.statistics.sequence.ConfidenceInterval;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How often a confidence sequence misses the true slope at any time of a whole run. */
@Tag("simulation")
class SequenceSimulation {

    private static final double ALPHA = 0.05;
    private static final int[] LOOKS = {5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, 65, 80, 100, 150, 200, 300, 500};
    private static final Function<TemperatureSample, Answer<ConfidenceInterval>> BOUNDED =
            sample -> BoundedSlope.of(sample, 0, 1, ALPHA);
    private static final Function<TemperatureSample, Answer<ConfidenceInterval>> ASYMPTOTIC = sample ->
            Slope.of(sample, 0.95).then(slope -> AsymptoticSequence.at(slope, sample.stories(), ALPHA, 2_000));

    static Stream<Population> bounded() {
        return Stream.of(
                Population.beta("bounded, no effect", t -> 0.5, t -> 8),
                Population.beta("bounded, near 0/1", t -> 0.3 + 0.2 * t, t -> 0.3));
    }

    static Stream<Population> any() {
        return Stream.concat(
                bounded(),
                Stream.of(Population.lognormal("log scale, spread rising", t -> 0.1 + 0.25 * t, t -> 0.05 + 0.2 * t)));
    }

    @ParameterizedTest
    @MethodSource("bounded")
    void theNonAsymptoticSequenceSeldomMisses(Population population) {
        int[] missed = MonteCarlo.count(1, 701, random -> misses(population, random, BOUNDED) ? 1 : 0);

        row(population, "bounded slope", missed[0], "at most 5 %");
        assertAtMost(missed[0]);
    }

    @ParameterizedTest
    @MethodSource("any")
    void theAsymptoticSequenceIsMeasured(Population population) {
        int[] missed = MonteCarlo.count(1, 801, random -> misses(population, random, ASYMPTOTIC) ? 1 : 0);

        row(population, "asymptotic", missed[0], "as n grows");
        assertAtMost(missed[0]);
    }

    @AfterAll
    static void writeTable() {
        Report.write("sequences", "population", "sequence", "misses at any time", "promised");
    }

    /** Whether any of the looks finds the truth outside. */
    private static boolean misses(
            Population population,
            SplittableRandom random,
            Function<TemperatureSample, Answer<ConfidenceInterval>> sequence) {
        double truth = population.slope();
        SeriesCells series = SeriesCells.compact(population.scale());
        int block = 0;
        for (int look : LOOKS) {
            for (; block < look; block++) {
                for (Arm arm : population.arms()) {
                    series.add(arm.temperature(), new CellOutcome.Scored(arm.draw(random), random.nextLong(), false));
                }
            }
            boolean miss = sequence.apply(TemperatureSample.of(series, Selection.headline()))
                    .value()
                    .filter(interval -> truth < interval.low() || truth > interval.high())
                    .isPresent();
            if (miss) {
                return true;
            }
        }
        return false;
    }

    private static void assertAtMost(int missed) {
        assertThat(missed / (double) MonteCarlo.REPLICATIONS)
                .isLessThan(ALPHA + MonteCarlo.tolerance(ALPHA, MonteCarlo.REPLICATIONS));
    }

    private static void row(Population population, String sequence, int count, String promise) {
        Report.row(
                population.name(),
                sequence,
                String.format(Locale.ROOT, "%.2f %%", 100.0 * count / MonteCarlo.REPLICATIONS),
                promise);
    }
}
