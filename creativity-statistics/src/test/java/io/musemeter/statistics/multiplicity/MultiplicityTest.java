package io.musemeter.statistics.multiplicity;

import static io.musemeter.statistics.Fixtures.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
import io.musemeter.statistics.effect.TemperatureSample;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultiplicityTest {

    @Test
    void qValuesEqualThoseOfStatsmodels() {
        double[] p = new double[7];
        double[] expected = new double[7];
        for (int i = 0; i < 7; i++) {
            p[i] = figure("bh.p." + i);
            expected[i] = figure("bh.q." + i);
        }

        assertThat(BenjaminiHochberg.qValues(p)).containsExactly(expected, within(1e-12));
    }

    @Property(tries = 300)
    void qIsNeverBelowPAndKeepsItsOrder(@ForAll("probabilities") double[] p) {
        double[] q = BenjaminiHochberg.qValues(p);

        for (int i = 0; i < p.length; i++) {
            assertThat(q[i]).isBetween(p[i], 1.0);
            for (int j = 0; j < p.length; j++) {
                assertThat(p[i] < p[j] && q[i] > q[j]).isFalse();
            }
        }
    }

    @Provide
    Arbitrary<double[]> probabilities() {
        return Arbitraries.doubles().between(0, 1).array(double[].class).ofMaxSize(30);
    }

    @Test
    void noTestsGiveNoQValues() {
        assertThat(BenjaminiHochberg.qValues(new double[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, -0.1, 1.1})
    void whatIsNoProbabilityIsRefusedByName(double p) {
        assertThatThrownBy(() -> BenjaminiHochberg.qValues(new double[] {0.5, p}))
                .hasMessageStartingWith("pValues[1]");
        assertThatThrownBy(() -> EValues.fromP(p)).hasMessageStartingWith("p: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-08", "0.001", "0.05", "0.3", "0.9", "0.999"})
    void theCalibratorIsTheIntegralItIsSaidToBe(String p) {
        double expected = figure("evalue." + p);

        assertThat(EValues.fromP(Double.parseDouble(p))).isCloseTo(expected, within(expected * 1e-9));
    }

    @Test
    void theCalibratorIsContinuousAtOneAndFiniteAtZero() {
        assertThat(EValues.fromP(1)).isCloseTo(0.5, within(1e-12));
        assertThat(EValues.fromP(1 - 0.99e-4)).isCloseTo(EValues.fromP(1 - 1.01e-4), within(1e-6));
        assertThat(EValues.fromP(0)).isFinite();
    }

    @Test
    void calibratedPValuesHaveAnExpectationOfOneAtMost() {
        int n = 2_000_000;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += EValues.fromP((i + 0.5) / n);
        }

        assertThat(sum / n).isBetween(0.85, 1.0);
    }

    @Test
    void discoveriesAreThoseAboveTheStepUpThreshold() {
        assertThat(EValues.discoveries(new double[] {1, 500, 30, 90}, 0.05)).containsExactly(1, 3, 2);
        assertThat(EValues.discoveries(new double[] {1, 500, 0, 0}, 0.05)).containsExactly(1);
        assertThat(EValues.discoveries(new double[] {1, 1, 1}, 0.05)).isEmpty();
        assertThat(EValues.discoveries(new double[0], 0.05)).isEmpty();
    }

    @Test
    void evidenceRemembersWhenItWasFirstEnough() {
        EvidenceSince evidence = EvidenceSince.none(0.05);

        for (double p : new double[] {0.4, 0.01, 0.001, 0.01, 0.9, 0.9, 0.9}) {
            evidence = evidence.next(p);
        }

        assertThat(evidence.alarmed()).isTrue();
        assertThat(evidence.since()).hasValue(2);
        assertThat(evidence.panes()).isEqualTo(7);
    }

    @Test
    void quietPanesNeverSumUpToEvidence() {
        EvidenceSince evidence = EvidenceSince.none(0.05);

        for (int pane = 1; pane <= 1_000; pane++) {
            evidence = evidence.next((pane * 0.618034) % 1);
        }

        assertThat(evidence.alarmed()).isFalse();
    }

    @Test
    void selectedSeriesGetWiderIntervals() {
        assertThat(FalseCoverage.level(5, 100, 0.05)).isCloseTo(0.9975, within(1e-12));
        assertThat(FalseCoverage.level(7, 7, 0.05)).isCloseTo(0.95, within(1e-12));
        assertThatThrownBy(() -> FalseCoverage.level(0, 7, 0.05)).hasMessageStartingWith("selected: ");
    }

    @Test
    void panesArePooledUntilEveryTemperatureHasFiveTexts() {
        PanePool pool = new PanePool(MetricScale.unitInterval());

        assertThat(pool.add(pane(3, 3, 0))).isEmpty();
        PanePool resumed = PanePool.resume(SeriesCells.decode(pool.pooled().encode()), pool.panes());
        PanePool.Ready ready = resumed.add(pane(2, 4, 10)).orElseThrow();

        assertThat(TemperatureSample.of(ready.cells(), ready.selection()).n()).isEqualTo(12);
        assertThat(resumed.pooled().isEmpty()).isTrue();
        assertThat(resumed.panes()).isZero();
    }

    @Test
    void aTemperatureThatStaysRareIsLeftOutAfterAWeek() {
        PanePool pool = new PanePool(MetricScale.unitInterval());
        SeriesCells first = pane(20, 20, 0);
        first.add(Temperature.of(1.5), new CellOutcome.Scored(0.5, 99, false));
        assertThat(pool.add(first)).isEmpty();
        for (int day = 2; day < PanePool.MOST_PANES; day++) {
            assertThat(pool.add(pane(5, 5, 100 * day))).isEmpty();
        }

        PanePool.Ready ready = pool.add(pane(5, 5, 1_000)).orElseThrow();

        assertThat(TemperatureSample.of(ready.cells(), ready.selection()).temperatures())
                .containsExactly(Temperature.of(0.5), Temperature.of(1));
    }

    private static SeriesCells pane(int cold, int warm, long firstText) {
        SeriesCells pane = SeriesCells.compact(MetricScale.unitInterval());
        for (int i = 0; i < cold; i++) {
            pane.add(Temperature.of(0.5), new CellOutcome.Scored(0.1 * (i % 7), firstText + i, false));
        }
        for (int i = 0; i < warm; i++) {
            pane.add(Temperature.of(1), new CellOutcome.Scored(0.1 * (i % 5), firstText + i, false));
        }
        return pane;
    }
}
