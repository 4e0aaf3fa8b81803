package io.musemeter.statistics.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.analysis.Analysis;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.effect.Concordance;
import io.musemeter.statistics.effect.DesignStandardised;
import io.musemeter.statistics.effect.Pearson;
import io.musemeter.statistics.effect.Selection;
import io.musemeter.statistics.effect.Slope;
import io.musemeter.statistics.effect.Spearman;
import io.musemeter.statistics.effect.TemperatureSample;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How often 95 % intervals hold the truth. */
@Tag("simulation")
class CoverageSimulation {

    private static final double LEVEL = 0.95;
    private static final int STATISTICS = 6;
    private static final List<Integer> STORIES = List.of(5, 30, 100);
    /** Where the middle number of stories would tell nothing new: at most 40 configurations are simulated in all. */
    private static final Set<String> WITHOUT_MIDDLE =
            Set.of("bounded, no effect", "log scale, no effect", "five-point ratings");

    static final List<Population> POPULATIONS = List.of(
            Population.beta("bounded, no effect", t -> 0.5, t -> 8),
            Population.beta("bounded, rising", t -> 0.4 + 0.1 * t, t -> 12),
            Population.beta("bounded, skewed, spread rising", t -> 0.1 + 0.1 * t, t -> 40 / (1 + 3 * t)),
            Population.beta("bounded, saturating near 1", t -> 0.95 - 0.3 * Math.exp(-3 * t), t -> 20),
            Population.ratings("five-point ratings", t -> 2.5 + 0.3 * t, 1.2),
            Population.lognormal("log scale, no effect", t -> 0.5, t -> 0.3),
            Population.lognormal("log scale, spread rising", t -> 0.1 + 0.25 * t, t -> 0.05 + 0.2 * t));

    static Stream<Arguments> grid() {
        return POPULATIONS.stream()
                .flatMap(population -> STORIES.stream()
                        .filter(each -> each != 30 || !WITHOUT_MIDDLE.contains(population.name()))
                        .map(each -> Arguments.of(population, each)));
    }

    @ParameterizedTest
    @MethodSource("grid")
    void intervalsHoldTheTruth(Population population, int each) {
        double slope = population.slope();
        double kendall = population.kendall(each);
        double somers = population.somers();
        double pearson = population.pearson();
        double spearman = population.spearman();
        double design = population.designStandardised();
        int[] held = MonteCarlo.count(2 * STATISTICS, population.name().hashCode() * 31L + each, random -> {
            SeriesCells series = population.sample(each, random);
            TemperatureSample sample = TemperatureSample.of(series, Selection.headline());
            return bit(0, Slope.of(sample, LEVEL), slope)
                    | bit(1, Concordance.kendall(sample, LEVEL), kendall)
                    | bit(2, Concordance.somers(sample, LEVEL), somers)
                    | bit(3, Pearson.of(sample, LEVEL), pearson)
                    | bit(4, Spearman.of(sample, LEVEL), spearman)
                    | bit(5, DesignStandardised.of(sample, DesignStandardised.DEFAULT_DESIGN, LEVEL), design);
        });
        Report.row(
                population.name(),
                Integer.toString(each),
                rate(held, 0),
                rate(held, 1),
                rate(held, 2),
                rate(held, 3),
                rate(held, 4),
                rate(held, 5),
                String.format(Locale.ROOT, "%.2f %%", 100.0 * held[STATISTICS + 1] / MonteCarlo.REPLICATIONS));

        assertThat(coverage(held, 0)).as("slope").isBetween(least(0.935), greatest(0.965));
        assertThat(coverage(held, 1)).as("Kendall").isBetween(least(0.935), greatest(0.965));
        assertThat(coverage(held, 2)).as("Somers").isGreaterThan(least(0.935));
        assertThat(coverage(held, 4)).as("Spearman").isGreaterThan(least(0.935));
        // With fewer stories these are labelled approximate.
        if (each >= Analysis.ENOUGH_STORIES) {
            assertThat(coverage(held, 3)).as("Pearson").isGreaterThan(least(0.935));
            assertThat(coverage(held, 5)).as("design-standardised r").isGreaterThan(least(0.935));
        }
    }

    @AfterAll
    static void writeTable() {
        Report.write(
                "coverage",
                "population",
                "stories per T",
                "slope",
                "Kendall",
                "Somers",
                "Pearson",
                "Spearman",
                "design r",
                "no Kendall interval");
    }

    private static double coverage(int[] held, int statistic) {
        return held[statistic] / (double) (MonteCarlo.REPLICATIONS - held[STATISTICS + statistic]);
    }

    private static String rate(int[] held, int statistic) {
        double coverage = coverage(held, statistic);
        String text = String.format(Locale.ROOT, "%.1f", 100 * coverage);
        return coverage < 0.935 || coverage > 0.965 ? text + " approximate" : text;
    }

    private static double least(double rate) {
        return rate - MonteCarlo.tolerance(rate, MonteCarlo.REPLICATIONS);
    }

    private static double greatest(double rate) {
        return rate + MonteCarlo.tolerance(rate, MonteCarlo.REPLICATIONS);
    }

    private static int bit(int index, Answer<Estimate> answer, double truth) {
        return answer.fold(
                e -> e.low() <= truth && truth <= e.high() ? 1 << index : 0, unknown -> 1 << (index + STATISTICS));
    }
}
