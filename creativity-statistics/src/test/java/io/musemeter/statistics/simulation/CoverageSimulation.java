package io.musemeter.statistics.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.effect.Concordance;
import io.musemeter.statistics.effect.Pearson;
import io.musemeter.statistics.effect.Selection;
import io.musemeter.statistics.effect.Slope;
import io.musemeter.statistics.effect.Spearman;
import io.musemeter.statistics.effect.TemperatureSample;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How often 95 % intervals hold the truth. */
@Tag("simulation")
class CoverageSimulation {

    private static final double LEVEL = 0.95;
    private static final List<Integer> STORIES = List.of(5, 10, 30, 100);

    static final List<Population> POPULATIONS = List.of(
            Population.beta("bounded, no effect", t -> 0.5, t -> 8),
            Population.beta("bounded, rising", t -> 0.4 + 0.1 * t, t -> 12),
            Population.beta("bounded, skewed, spread rising", t -> 0.1 + 0.1 * t, t -> 40 / (1 + 3 * t)),
            Population.beta("bounded, saturating near 1", t -> 0.95 - 0.3 * Math.exp(-3 * t), t -> 20),
            Population.ratings("five-point ratings", t -> 2.5 + 0.3 * t, 1.2),
            Population.lognormal("log scale, no effect", t -> 0.5, t -> 0.3),
            Population.lognormal("log scale, spread rising", t -> 0.1 + 0.25 * t, t -> 0.05 + 0.2 * t));

    static Stream<Arguments> grid() {
        return POPULATIONS.stream().flatMap(p -> STORIES.stream().map(n -> Arguments.of(p, n)));
    }

    @ParameterizedTest
    @MethodSource("grid")
    void intervalsHoldTheTruth(Population population, int each) {
        double slope = population.slope();
        double kendall = population.kendall(each);
        double somers = population.somers();
        double pearson = population.pearson();
        double spearman = population.spearman();
        int[] held = MonteCarlo.count(10, population.name().hashCode() * 31L + each, random -> {
            SeriesCells series = population.sample(each, random);
            TemperatureSample sample = TemperatureSample.of(series, Selection.headline());
            return bit(0, Slope.of(sample, LEVEL), slope)
                    | bit(1, Concordance.kendall(sample, LEVEL), kendall)
                    | bit(2, Concordance.somers(sample, LEVEL), somers)
                    | bit(3, Pearson.of(sample, LEVEL), pearson)
                    | bit(4, Spearman.of(sample, LEVEL), spearman);
        });
        double[] coverage = new double[5];
        for (int i = 0; i < 5; i++) {
            coverage[i] = held[i] / (double) (MonteCarlo.REPLICATIONS - held[5 + i]);
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %d %d%n",
                population.name(),
                each,
                100 * coverage[0],
                100 * coverage[1],
                100 * coverage[2],
                100 * coverage[3],
                100 * coverage[4],
                held[5],
                held[6]);
        assertThat(coverage[0]).isGreaterThan(0.5);
    }

    private static int bit(int index, Answer<Estimate> answer, double truth) {
        return answer.fold(e -> e.low() <= truth && truth <= e.high() ? 1 << index : 0, unknown -> 1 << (index + 5));
    }
}
