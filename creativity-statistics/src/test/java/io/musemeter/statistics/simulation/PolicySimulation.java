package io.musemeter.statistics.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.cell.AssignedScores;
import io.musemeter.statistics.policy.AssignedArm;
import io.musemeter.statistics.policy.Gate;
import io.musemeter.statistics.policy.Policy;
import io.musemeter.statistics.policy.PolicyDifference;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often intervals of policy differences hold the truth, and how often the gate lets a worse policy pass. */
@Tag("simulation")
class PolicySimulation {

    private static final Population[] TRUTHS = {
        Population.beta("bounded, skewed, no line", t -> 0.1 + 0.1 * t * t, t -> 15 / (1 + t)),
        Population.lognormal("log scale, spread rising", t -> 0.1 + 0.25 * t, t -> 0.05 + 0.2 * t)
    };
    /** Probabilities that an assignment began with, and what it was changed to half way. */
    private static final double[][] CHANCES = {{0.5, 0.2, 0.1, 0.1, 0.05, 0.05}, {0.05, 0.05, 0.1, 0.1, 0.2, 0.5}};

    @ParameterizedTest
    @CsvSource({"0,200", "0,1000", "1,200", "1,1000"})
    void intervalsHoldTheTruth(int truth, int stories) {
        Population population = TRUTHS[truth];
        Policy before = Policy.always(population.arms().get(1).temperature());
        Policy after = Policy.always(population.arms().get(4).temperature());
        double difference = effect(population, 4) - effect(population, 1);
        int[] held = MonteCarlo.count(
                4,
                951 + stories,
                random -> PolicyDifference.of(AssignedArm.of(draw(population, stories, random)), before, after)
                        .value()
                        .map(found -> bit(0, found.hajek(), difference)
                                | bit(1, found.doublyRobust(), difference)
                                | (worsePasses(found, difference) ? 4 : 0))
                        .orElse(8));

        Report.row(
                population.name(),
                Integer.toString(stories),
                rate(held[0], held[3]),
                rate(held[1], held[3]),
                rate(held[2], held[3]));
        double tolerance = MonteCarlo.tolerance(0.935, MonteCarlo.REPLICATIONS);
        assertThat(coverage(held[0], held[3])).as("Hajek").isBetween(0.935 - tolerance, 0.965 + tolerance);
        assertThat(coverage(held[1], held[3])).as("doubly robust").isBetween(0.935 - tolerance, 0.965 + tolerance);
        assertThat(coverage(held[2], held[3]))
                .as("gate")
                .isLessThan(0.05 + MonteCarlo.tolerance(0.05, MonteCarlo.REPLICATIONS));
    }

    @AfterAll
    static void writeTable() {
        Report.write(
                "policy", "population", "stories", "Hajek, 95 %", "doubly robust, 95 %", "gate passes a worse policy");
    }

    /** A policy that is worse by exactly the margin must not be called non-inferior. */
    private static boolean worsePasses(PolicyDifference found, double difference) {
        return Gate.of(found, Math.abs(difference), difference < 0).decision() == Gate.Decision.NON_INFERIOR;
    }

    private static AssignedScores draw(Population population, int stories, SplittableRandom random) {
        AssignedScores scores = new AssignedScores(population.scale());
        for (int i = 0; i < stories; i++) {
            double[] chances = CHANCES[2 * i / stories];
            int arm = 0;
            for (double left = random.nextDouble(); arm < chances.length - 1 && left >= chances[arm]; arm++) {
                left -= chances[arm];
            }
            Arm drawn = population.arms().get(arm);
            scores.add(drawn.temperature(), drawn.draw(random), chances[arm]);
        }
        return scores;
    }

    private static double effect(Population population, int arm) {
        return population.arms().get(arm).mean(population.scale().logarithmic() ? Math::log : y -> y);
    }

    private static int bit(int index, Estimate estimate, double truth) {
        return estimate.low() <= truth && truth <= estimate.high() ? 1 << index : 0;
    }

    private static double coverage(int held, int none) {
        return held / (double) (MonteCarlo.REPLICATIONS - none);
    }

    private static String rate(int held, int none) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * coverage(held, none));
    }
}
