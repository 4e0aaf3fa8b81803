package io.musemeter.generator.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.assigner.TemperatureAssigner;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalanceTest {
    private static final TemperatureAssigner UNIFORM = TemperatureAssigner.uniform(List.of(0.4, 0.7, 1.0, 1.3), 7);

    /** Expected: scipy.stats.chisquare([30, 20, 28, 22]), SciPy 1.10: statistic 2.72, p 0.4368. */
    @Test
    void theStatisticAndItsProbabilityAreScipys() {
        Balance balance = Balance.of(UNIFORM, new long[] {30, 20, 28, 22});

        assertThat(balance.chiSquare()).isCloseTo(2.72, within(1e-12));
        assertThat(balance.degreesOfFreedom()).isEqualTo(3);
        assertThat(balance.p()).isCloseTo(0.4368391967665337, within(1e-12));
        assertThat(balance.sentence()).startsWith("Balanced as designed (n 100,");
    }

    @Test
    void unitsFallOnTheArmsAsTheDesignSays() {
        long[] assigned = new long[4];
        for (int i = 0; i < 40_000; i++) {
            double temperature = UNIFORM.assign("user-" + i).temperature();
            assigned[(int) Math.round((temperature - 0.4) / 0.3)]++;
        }

        assertThat(Balance.of(UNIFORM, assigned).p()).isGreaterThan(1e-4);
    }

    @Test
    void imbalanceShows() {
        Balance balance = Balance.of(UNIFORM, new long[] {100, 0, 0, 0});

        assertThat(balance.chiSquare()).isCloseTo(300, within(1e-9));
        assertThat(balance.p()).isCloseTo(9.948758346327588e-65, within(1e-72));
        assertThat(balance.sentence()).startsWith("Not balanced as designed");
    }

    @Test
    void fewAssignmentsAreNoAnswer() {
        assertThat(Balance.of(UNIFORM, new long[4]).p()).isNull();
        assertThat(Balance.of(UNIFORM, new long[] {4, 5, 5, 5}).sentence()).startsWith("Too few assignments");
    }

    @Test
    void oneTemperatureIsNothingToCheck() {
        assertThat(Balance.of(TemperatureAssigner.uniform(List.of(1.0), 1), new long[] {50})
                        .sentence())
                .isEqualTo("One temperature: nothing is drawn.");
    }
}
