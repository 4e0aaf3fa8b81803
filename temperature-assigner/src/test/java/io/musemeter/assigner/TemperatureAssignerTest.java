package io.musemeter.assigner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.assigner.TemperatureAssigner.Arm;
import io.musemeter.assigner.TemperatureAssigner.Assignment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemperatureAssignerTest {
    private static final List<Double> GRID = List.of(0.4, 0.7, 1.0, 1.3);
    private static final TemperatureAssigner UNIFORM = TemperatureAssigner.uniform(GRID, 1);
    private static final TemperatureAssigner CANARY = TemperatureAssigner.canary(0.7, 0.05, GRID, 1);

    /** Expected by Python's hashlib: the leading 53 bits of SHA-256 of "assign 1 UNIT", times four. */
    @ParameterizedTest
    @CsvSource({"user-42,1.0", "a,0.7", "ä,0.7", "request-7,0.7", "c,0.4"})
    void theDrawIsTheHashThatAnybodyCanCompute(String unit, double temperature) {
        assertThat(UNIFORM.assign(unit).temperature()).isEqualTo(temperature);
    }

    @Property
    void theSameUnitIsAssignedTheSameByWhoeverIsGivenTheSameDesign(@ForAll String unit) {
        assertThat(TemperatureAssigner.canary(0.7, 0.05, GRID, 1).assign(unit)).isEqualTo(CANARY.assign(unit));
    }

    @Property
    void anAssignmentIsAnArmOfItsDesign(@ForAll String unit) {
        Assignment assigned = CANARY.assign(unit);

        assertThat(CANARY.arms()).contains(new Arm(assigned.temperature(), assigned.propensity()));
        assertThat(assigned.designId()).isEqualTo(CANARY.designId());
    }

    @Property
    void propensitiesArePositiveAndSumToOne(
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(max = 5) Double> temperatures,
            @ForAll @DoubleRange(max = 5) double production,
            @ForAll @DoubleRange(min = 0.01, max = 1) double share) {
        List<Arm> arms =
                TemperatureAssigner.canary(production, share, temperatures, 7).arms();

        assertThat(arms).allSatisfy(arm -> assertThat(arm.propensity()).isPositive());
        assertThat(arms.stream().mapToDouble(Arm::propensity).sum()).isCloseTo(1, within(1e-12));
        assertThat(arms).extracting(Arm::temperature).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void productionKeepsItsShareOfTheCanary() {
        assertThat(CANARY.arms().get(1)).satisfies(arm -> {
            assertThat(arm.temperature()).isEqualTo(0.7);
            assertThat(arm.propensity()).isCloseTo(0.95 + 0.05 / 4, within(1e-12));
        });
    }

    @Test
    void unitsFallOnTheArmsAsTheDesignSays() {
        int units = 40_000;
        Map<Double, Integer> counts = new HashMap<>();
        for (int i = 0; i < units; i++) {
            counts.merge(CANARY.assign("user-" + i).temperature(), 1, Integer::sum);
        }

        double chiSquare = CANARY.arms().stream()
                .mapToDouble(arm -> {
                    double expected = units * arm.propensity();
                    return Math.pow(counts.getOrDefault(arm.temperature(), 0) - expected, 2) / expected;
                })
                .sum();

        // The 99.99 % quantile of chi-square with three degrees of freedom.
        assertThat(chiSquare).isLessThan(21.1);
    }

    @Test
    void anotherSeedAssignsAnewAndIsAnotherDesign() {
        TemperatureAssigner other = TemperatureAssigner.uniform(GRID, 2);
        long same = IntStream.range(0, 1_000)
                .filter(i -> other.assign("user-" + i).temperature()
                        == UNIFORM.assign("user-" + i).temperature())
                .count();

        assertThat(other.designId()).isNotEqualTo(UNIFORM.designId());
        assertThat(same).isBetween(150L, 350L);
    }

    @Test
    void aShareOfOneIsTheUniformDesign() {
        assertThat(TemperatureAssigner.canary(0.7, 1, GRID, 1).arms()).isEqualTo(UNIFORM.arms());
    }

    @Test
    void whatIsNoDesignIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TemperatureAssigner.uniform(List.of(), 1))
                .withMessageContaining("temperatures");
        for (double temperature : new double[] {-0.1, 5.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TemperatureAssigner.uniform(List.of(temperature), 1))
                    .withMessageContaining("temperature");
        }
        for (double share : new double[] {0, -1, 1.1, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TemperatureAssigner.canary(0.7, share, GRID, 1))
                    .withMessageContaining("share");
        }
    }
}
