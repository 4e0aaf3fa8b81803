package io.musemeter.scorer.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class CandidateMassLawsTest {
    @Property
    void heatSpreadsTheMass(
            @ForAll("candidates") List<Double> candidates,
            @ForAll @DoubleRange(min = 0, max = 2.5) double cold,
            @ForAll @DoubleRange(min = 0, max = 2.5) double more) {
        CandidateMass mass = CandidateMass.of(candidates);

        assertThat(mass.tokensFor(0.95, cold + more)).isGreaterThanOrEqualTo(mass.tokensFor(0.95, cold));
        assertThat(mass.leaked(cold + more)).isGreaterThanOrEqualTo(mass.leaked(cold) - 1e-9);
    }

    @Property
    void figuresStayInTheirRanges(
            @ForAll("candidates") List<Double> candidates, @ForAll @DoubleRange(min = 0, max = 5) double temperature) {
        CandidateMass mass = CandidateMass.of(candidates);

        assertThat(mass.tokensFor(0.95, temperature)).isBetween(1.0, 2e6);
        assertThat(mass.leaked(temperature)).isBetween(0.0, 1.0);
        assertThat(mass.leaked(1)).isLessThanOrEqualTo(0.1 + 1e-9);
    }

    @Property
    void theOrderOfCandidatesDoesNotMatter(@ForAll("candidates") List<Double> candidates) {
        List<Double> reversed = new ArrayList<>(candidates);
        Collections.reverse(reversed);

        assertThat(CandidateMass.of(reversed).leaked(1.5))
                .isEqualTo(CandidateMass.of(candidates).leaked(1.5));
    }

    @Example
    void impossibleCandidatesAndAHairAboveZeroCountAsNothing() {
        CandidateMass mass = CandidateMass.of(List.of(Double.NEGATIVE_INFINITY, 1e-7));

        assertThat(mass.tokensFor(0.95, 2)).isEqualTo(1);
        assertThat(mass.leaked(2)).isEqualTo(0);
    }

    /** Providers report a figure like -9999 for whatever is next to impossible. */
    @Example
    void whatAProviderRoundsAwayDoesNotLeak() {
        CandidateMass mass = CandidateMass.of(List.of(-0.0001, -9999.0));

        assertThat(mass.leaked(5)).isCloseTo(0, within(1e-9));
    }

    @Provide
    Arbitrary<List<Double>> candidates() {
        return Arbitraries.doubles()
                .between(-12, -1)
                .list()
                .ofMinSize(1)
                .ofMaxSize(20)
                .map(CandidateMassLawsTest::atMostAll);
    }

    /** Scaled down where they would add up to more than 1. */
    private static List<Double> atMostAll(List<Double> logarithms) {
        double sum = logarithms.stream().mapToDouble(Math::exp).sum();
        return sum <= 1
                ? logarithms
                : logarithms.stream().map(x -> x - Math.log(sum)).toList();
    }
}
