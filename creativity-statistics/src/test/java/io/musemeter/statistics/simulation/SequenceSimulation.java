package io.musemeter.statistics.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.effect.Selection;
import io.musemeter.statistics.effect.Slope;
import io.musemeter.statistics.effect.TemperatureSample;
import io.musemeter.statistics.sequence.AsymptoticSequence;
import io.musemeter.statistics.sequence.ConfidenceInterval;
import io.musemeter.statistics.sequence.EmpiricalBernstein;
import io.musemeter.statistics.sequence.RandomisedBlocks;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How often a confidence sequence misses the true slope at any time of a whole run. */
@Tag("simulation")
class SequenceSimulation {

    private static final double ALPHA = 0.05;
    private static final int BLOCKS = 500;
    private static final int FIRST_LOOK = 5;

    static Stream<Population> bounded() {
        return Stream.of(
                Population.beta("bounded, no effect", t -> 0.5, t -> 8),
                Population.beta("bounded, rising", t -> 0.4 + 0.1 * t, t -> 12),
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
        double truth = population.slope();
        RandomisedBlocks blocks =
                new RandomisedBlocks(Arrays.stream(Population.SWEEP).boxed().toList(), 0, 1);
        int[] missed = MonteCarlo.count(1, 701, random -> misses(population, blocks, truth, random) ? 1 : 0);

        row(population, "empirical Bernstein, " + BLOCKS + " blocks", missed[0], "at most 5 %");
        assertThat(missed[0] / (double) MonteCarlo.REPLICATIONS)
                .isLessThan(ALPHA + MonteCarlo.tolerance(ALPHA, MonteCarlo.REPLICATIONS));
    }

    @ParameterizedTest
    @MethodSource("any")
    void theAsymptoticSequenceIsMeasured(Population population) {
        double truth = population.slope();
        int replications = Math.max(1, MonteCarlo.REPLICATIONS / 5);
        int[] missed = MonteCarlo.count(
                replications, 1, 801, random -> missesAsymptotically(population, truth, random) ? 1 : 0);

        Report.row(
                population.name(),
                "asymptotic, looked at after 5 to 100 blocks (" + replications + " runs)",
                String.format(Locale.ROOT, "%.2f %%", 100.0 * missed[0] / replications),
                "as n grows");
        assertThat(missed[0] / (double) replications).isLessThan(0.15);
    }

    @AfterAll
    static void writeTable() {
        Report.write("sequences", "population", "sequence", "misses at any time", "promised");
    }

    private static boolean misses(
            Population population, RandomisedBlocks blocks, double truth, SplittableRandom random) {
        EmpiricalBernstein sequence = blocks.sequence(ALPHA);
        List<Arm> arms = population.arms();
        double[] values = new double[arms.size()];
        for (int block = 0; block < BLOCKS; block++) {
            for (int j = 0; j < values.length; j++) {
                values[j] = arms.get(j).draw(random);
            }
            sequence = sequence.next(blocks.slope(values));
        }
        // Intervals are intersected: what was missed once stays missed.
        ConfidenceInterval last = sequence.interval();
        return sequence.contradicted() || truth < last.low() || truth > last.high();
    }

    private static boolean missesAsymptotically(Population population, double truth, SplittableRandom random) {
        SeriesCells series = new SeriesCells(population.scale());
        for (int block = 1; block <= 100; block++) {
            for (Arm arm : population.arms()) {
                series.add(arm.temperature(), new CellOutcome.Scored(arm.draw(random), random.nextLong(), false));
            }
            if (block >= FIRST_LOOK) {
                boolean miss = Slope.of(TemperatureSample.of(series, Selection.headline()), 0.95)
                        .map(slope -> AsymptoticSequence.at(slope, ALPHA, 300))
                        .value()
                        .filter(interval -> truth < interval.low() || truth > interval.high())
                        .isPresent();
                if (miss) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void row(Population population, String sequence, int count, String promise) {
        Report.row(
                population.name(),
                sequence,
                String.format(Locale.ROOT, "%.2f %%", 100.0 * count / MonteCarlo.REPLICATIONS),
                promise);
    }
}
