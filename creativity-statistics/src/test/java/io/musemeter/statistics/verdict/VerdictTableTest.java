package io.musemeter.statistics.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Answer.Reason;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.effect.Intervals;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTableTest {

    @Test
    void aRelationIsSaidInOneSentenceWithItsFigures() {
        Verdict verdict = VerdictTable.decide(evidence(slope(0.03, 0.0102), 0.02, 0.2));

        assertThat(verdict).isInstanceOf(Verdict.Related.class);
        assertThat(verdict.kind()).isEqualTo("Related");
        assertThat(verdict.sentence())
                .isEqualTo("novelty rises weakly with temperature: "
                        + "+0.03 per 1.0 (95 % +0.01 to +0.05, n 612, T >= 0.334)");
    }

    @Test
    void anEndThatLeavesOutZeroIsNotSaidToBeZero() {
        Verdict verdict = VerdictTable.decide(evidence(slope(0.0205, 0.0102), 0.02, 0.2));

        // 0.0205 less 1.964 times 0.0102 is 0.0005.
        assertThat(verdict.sentence()).contains("+0.0205 per 1.0 (95 % +0.0005 to +0.0405");
    }

    @Test
    void aFallingAndStrongRelationIsSaidSo() {
        Verdict verdict = VerdictTable.decide(evidence(slope(-0.3, 0.01), 0.001, -0.7));

        assertThat(verdict.sentence()).startsWith("novelty falls strongly with temperature: -0.30 per 1.0");
    }

    @Test
    void whatManySeriesWouldTurnUpByChanceIsNotRelated() {
        Verdict verdict = VerdictTable.decide(evidence(slope(0.03, 0.0102), 0.2, 0.2));

        assertThat(verdict).isInstanceOf(Verdict.InsufficientData.class);
        assertThat(verdict.sentence()).contains("not beyond what looking at many series turns up");
    }

    @Test
    void anIntervalWithinTheMarginIsNegligibleThoughItLeavesOutZero() {
        Verdict verdict = VerdictTable.decide(evidence(slope(0.003, 0.001), 0.01, 0.05));

        assertThat(verdict).isInstanceOf(Verdict.Negligible.class);
        // The interval that decides is the one that is shown: 0.003 plus or minus 1.647 times 0.001.
        assertThat(verdict.sentence())
                .isEqualTo("novelty hardly depends on temperature: "
                        + "+0.003 per 1.0 (90 % +0.001 to +0.005, n 612, T >= 0.334), within -0.010 to +0.010");
    }

    @Test
    void aWideIntervalAroundZeroDecidesNothing() {
        Verdict verdict = VerdictTable.decide(evidence(slope(0.01, 0.05), 0.9, 0.05));

        assertThat(verdict).isInstanceOf(Verdict.InsufficientData.class);
        assertThat(verdict.sentence()).startsWith("cannot tell yet whether novelty depends on temperature");
    }

    @ParameterizedTest
    @CsvSource({
        "NO_DATA,InsufficientData",
        "TOO_FEW,InsufficientData",
        "NOT_APPLICABLE,InsufficientData",
        "ONE_TEMPERATURE,InsufficientVariation",
        "NO_VARIANCE,Degenerate"
    })
    void withoutASlopeTheReasonDecides(Reason reason, String kind) {
        Verdict verdict = VerdictTable.decide(evidence(Answer.unknown(reason, "why"), 1, 0));

        assertThat(verdict.kind()).isEqualTo(kind);
        assertThat(verdict.sentence()).isEqualTo("novelty: why (n 612)");
    }

    @Test
    void aThreatOfSelectionGoesBeforeAnyRelation() {
        Evidence evidence =
                with(evidence(slope(0.03, 0.0102), 0.02, 0.2), Optional.of("falls"), Optional.of("timeouts"), false);

        assertThat(VerdictTable.decide(evidence)).isInstanceOf(Verdict.SelectionThreatened.class);
    }

    @Test
    void aTurnGoesBeforeTheSlope() {
        Evidence evidence = with(
                evidence(slope(0.03, 0.0102), 0.02, 0.2), Optional.of("rises, then falls"), Optional.empty(), false);

        assertThat(VerdictTable.decide(evidence)).isInstanceOf(Verdict.NonMonotone.class);
    }

    @ParameterizedTest
    @CsvSource({"0.5,true", "0.01,false", "-0.5,false"})
    void aManipulationCheckPassesWhenTheMetricRises(double estimate, boolean passed) {
        Evidence evidence = with(evidence(slope(estimate, 0.02), 0.02, 0.2), Optional.empty(), Optional.empty(), true);

        assertThat(VerdictTable.decide(evidence))
                .isInstanceOfSatisfying(
                        Verdict.ManipulationCheck.class,
                        check -> assertThat(check.passed()).isEqualTo(passed));
    }

    @Test
    void aLogarithmicSlopeIsSaidAsAFactor() {
        Evidence plain = evidence(slope(0.3, 0.0102), 0.02, 0.6);
        Evidence logarithmic = new Evidence(
                "perplexity",
                true,
                plain.slope(),
                plain.q(),
                plain.level(),
                plain.designR(),
                plain.margin(),
                Optional.empty(),
                Optional.empty(),
                false,
                "0.334",
                612,
                0);

        assertThat(VerdictTable.decide(logarithmic).sentence())
                .isEqualTo("perplexity rises strongly with temperature: "
                        + "×1.35 per 1.0 (95 % ×1.32 to ×1.38, n 612, T >= 0.334)");
    }

    private static Answer<Estimate> slope(double estimate, double error) {
        return Answer.known(Intervals.student(estimate, error, 600, 612, 0.95));
    }

    private static Evidence evidence(Answer<Estimate> slope, double q, double r) {
        return new Evidence(
                "novelty",
                false,
                slope,
                OptionalDouble.of(q),
                0.95,
                Answer.known(Intervals.student(r, 0.01, 600, 612, 0.95)),
                OptionalDouble.of(0.01),
                Optional.empty(),
                Optional.empty(),
                false,
                "0.334",
                612,
                0);
    }

    private static Evidence with(Evidence e, Optional<String> turn, Optional<String> threat, boolean manipulation) {
        return new Evidence(
                e.metric(),
                e.logarithmic(),
                e.slope(),
                e.q(),
                e.level(),
                e.designR(),
                e.margin(),
                turn,
                threat,
                manipulation,
                e.lowestTemperature(),
                e.n(),
                e.excludedTruncated());
    }
}
