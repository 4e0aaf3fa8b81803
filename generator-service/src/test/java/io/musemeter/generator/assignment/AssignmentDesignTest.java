package io.musemeter.generator.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.events.Temperature;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AssignmentDesignTest {
    private static final List<Temperature> GRID =
            Stream.of(0.4, 0.7, 1.0, 1.3).map(Temperature::of).toList();
    private static final AssignmentDesign CANARY = AssignmentDesign.canary(Temperature.of(0.7), 0.05, GRID, 1);

    @Property
    void theSameUnitIsAssignedTheSame(@ForAll String unit) {
        assertThat(CANARY.assign(unit)).isEqualTo(CANARY.assign(unit));
    }

    @Test
    void propensitiesSumToOneAndProductionKeepsItsShareOfTheCanary() {
        assertThat(CANARY.arms().stream()
                        .mapToDouble(AssignmentDesign.Arm::propensity)
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(CANARY.arms().get(1).propensity()).isCloseTo(0.95 + 0.05 / 4, within(1e-12));
    }

    @Test
    void unitsFallOnTheArmsAsTheDesignSays() {
        AssignmentDesign uniform = AssignmentDesign.uniform(GRID, 7);
        long[] assigned = new long[4];
        for (int i = 0; i < 40_000; i++) {
            assigned[uniform.arms().indexOf(uniform.assign("user-" + i))]++;
        }

        Balance balance = Balance.of(uniform, assigned);

        // The 99.99 % quantile of chi-square with three degrees of freedom.
        assertThat(balance.degreesOfFreedom()).isEqualTo(3);
        assertThat(balance.chiSquare()).isLessThan(21.1);
    }

    @Test
    void imbalanceShows() {
        Balance balance = Balance.of(AssignmentDesign.uniform(GRID, 7), new long[] {100, 0, 0, 0});

        assertThat(balance.chiSquare()).isCloseTo(300, within(1e-9));
    }

    @Test
    void nobodyAssignedIsNoImbalance() {
        assertThat(Balance.of(CANARY, new long[4]).chiSquare()).isZero();
    }

    @Test
    void aDesignWithoutTemperaturesOrShareIsRefused() {
        assertThatThrownBy(() -> AssignmentDesign.uniform(List.of(), 1)).hasMessageContaining("temperatures");
        assertThatThrownBy(() -> AssignmentDesign.canary(Temperature.of(1), 0, GRID, 1))
                .hasMessageContaining("canary-share");
    }
}
