package io.musemeter.statistics.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.Fixtures;
import io.musemeter.statistics.cell.AssignedScores;
import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.Temperature;
import io.musemeter.statistics.sequence.AsymptoticSequence;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

    private static final Offset<Double> EXACT = within(1e-9);
    private static final Temperature COLD = Temperature.of(0.4);
    private static final Temperature WARM = Temperature.of(0.8);
    private static final Temperature HOT = Temperature.of(1.2);
    private static final Policy WARM_OR_HOT = new Policy(new TreeMap<>(Map.of(WARM, 0.5, HOT, 0.5)));

    @Test
    void differencesAreThoseOfTheOracle() {
        List<double[]> rows = Fixtures.rows("policy/policy.csv");
        AssignedScores scores = new AssignedScores(MetricScale.unitInterval());
        rows.forEach(row -> scores.add(Temperature.of(row[0]), row[2], row[1]));

        PolicyDifference found = PolicyDifference.of(AssignedArm.of(scores), Policy.always(COLD), WARM_OR_HOT)
                .value()
                .orElseThrow();

        double[] expected = rows.get(0);
        assertThat(found.hajek().estimate()).isCloseTo(expected[3], EXACT);
        assertThat(found.hajek().standardError()).isCloseTo(expected[4], EXACT);
        assertThat(found.hajek().degreesOfFreedom()).isCloseTo(expected[5], within(1e-6));
        assertThat(found.effectiveCount()).isCloseTo(expected[6], within(1e-6));
        assertThat(found.doublyRobust().estimate()).isCloseTo(expected[7], EXACT);
        assertThat(found.doublyRobust().standardError()).isCloseTo(expected[8], EXACT);
        assertThat(found.n()).isEqualTo(rows.size());
        assertThat(found.truncatedShare()).isZero();
    }

    @Test
    void withEqualProbabilitiesHajeksDifferenceIsThatOfTheMeans() {
        AssignedScores scores = new AssignedScores(MetricScale.unitInterval());
        for (int i = 0; i < 20; i++) {
            scores.add(COLD, 0.2 + 0.01 * i, 0.5);
            scores.add(HOT, 0.6 + 0.02 * i, 0.5);
        }

        Estimate hajek = PolicyDifference.of(AssignedArm.of(scores), Policy.always(COLD), Policy.always(HOT))
                .value()
                .orElseThrow()
                .hajek();

        assertThat(hajek.estimate()).isCloseTo(0.79 - 0.295, EXACT);
    }

    @Test
    void theOrderOfScoresChangesNoBit() {
        AssignedScores there = new AssignedScores(MetricScale.perplexity());
        AssignedScores back = new AssignedScores(MetricScale.perplexity());
        double[] values = new Random(3).doubles(200, 1, 50).toArray();
        for (int i = 0; i < values.length; i++) {
            there.add(i % 2 == 0 ? COLD : HOT, values[i], 0.1 + i % 7 / 10.0);
            int j = values.length - 1 - i;
            back.add(j % 2 == 0 ? COLD : HOT, values[j], 0.1 + j % 7 / 10.0);
        }

        assertThat(back.encode()).isEqualTo(there.encode());
        assertThat(AssignedScores.decode(there.encode()).encode()).isEqualTo(there.encode());
    }

    @Test
    void aWeightBeyondTheBoundIsCutAndCounted() {
        AssignedScores scores = new AssignedScores(MetricScale.unitInterval());
        for (int i = 0; i < 20; i++) {
            scores.add(COLD, 0.2 + 0.01 * i, 0.999);
            scores.add(HOT, 0.6 + 0.02 * i, i == 0 ? 0.001 : 0.02);
        }

        PolicyDifference found = PolicyDifference.of(AssignedArm.of(scores), Policy.always(COLD), Policy.always(HOT))
                .value()
                .orElseThrow();

        assertThat(found.truncatedShare()).isCloseTo(1 / 40.0, EXACT);
    }

    @Test
    void aTemperatureThatWasNeverAssignedHasNoAnswer() {
        AssignedScores scores = new AssignedScores(MetricScale.unitInterval());
        for (int i = 0; i < 10; i++) {
            scores.add(COLD, 0.2 + 0.01 * i, 0.5);
        }

        Answer<PolicyDifference> answer =
                PolicyDifference.of(AssignedArm.of(scores), Policy.always(COLD), Policy.always(HOT));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Unknown.class,
                        unknown -> assertThat(unknown.detail()).contains("1.2"));
        assertThat(PolicyDifference.of(List.of(), Policy.always(COLD), Policy.always(HOT)))
                .isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void valuesThatDoNotVaryHaveNoInterval() {
        AssignedScores scores = new AssignedScores(MetricScale.unitInterval());
        for (int i = 0; i < 10; i++) {
            scores.add(COLD, 0.5, 0.5);
            scores.add(HOT, 0.5, 0.5);
        }

        assertThat(PolicyDifference.of(AssignedArm.of(scores), Policy.always(COLD), Policy.always(HOT)))
                .isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void storiesWithoutAValueAreShown() {
        AssignedScores scores = new AssignedScores(MetricScale.unitInterval());
        for (int i = 0; i < 16; i++) {
            scores.add(COLD, 0.2 + 0.01 * i, 0.5);
            scores.add(HOT, 0.6 + 0.02 * i, 0.5);
        }
        scores.unscored(HOT, 1);
        scores.unscored(HOT, 7);

        assertThat(PolicyDifference.of(AssignedArm.of(scores), Policy.always(COLD), Policy.always(HOT))
                        .value()
                        .orElseThrow()
                        .unscoredShare())
                .isCloseTo(0.2, EXACT);
    }

    @ParameterizedTest
    @CsvSource({
        "0.1, true, NON_INFERIOR",
        "0.1, false, WORSE",
        "-0.1, true, WORSE",
        "-0.1, false, NON_INFERIOR",
        "-0.02, true, NOT_YET",
        "0.02, false, NOT_YET"
    })
    void theGateFollowsTheIntervalAndTheDirection(double shift, boolean higherIsBetter, Gate.Decision expected) {
        PolicyDifference difference = difference(shift, 2_000);

        assertThat(Gate.of(difference, 0.02, higherIsBetter).decision()).isEqualTo(expected);
    }

    @Test
    void theForecastIsTheNumberAtWhichTheIntervalReachesTheMargin() {
        PolicyDifference difference = difference(0.001, 150);

        double estimate = difference.doublyRobust().estimate();
        double distance = (difference.atAnyTime().high() - estimate) / 2;
        Gate gate = Gate.of(difference, estimate + distance, false);

        Gate.Forecast forecast = gate.forecast().orElseThrow();
        double deviation = difference.doublyRobust().standardError() * Math.sqrt(difference.n());
        assertThat(gate.decision()).isEqualTo(Gate.Decision.NOT_YET);
        assertThat(forecast.decision()).isEqualTo(Gate.Decision.NON_INFERIOR);
        assertThat(AsymptoticSequence.reach(difference.n() + forecast.stories(), deviation, 0.05, 1_000))
                .isLessThanOrEqualTo(distance)
                .isCloseTo(distance, within(1e-4));
    }

    @Test
    void whatLiesAtTheMarginCannotBeForeseen() {
        PolicyDifference difference = difference(-0.02, 400);

        assertThat(Gate.of(difference, -difference.doublyRobust().estimate(), true)
                        .forecast())
                .isEmpty();
    }

    @Test
    void unusableInputIsRefusedByName() {
        AssignedScores scores = new AssignedScores(MetricScale.unitInterval());

        assertThatThrownBy(() -> scores.add(COLD, 0.5, 0)).hasMessageStartingWith("propensity: ");
        assertThatThrownBy(() -> scores.add(COLD, 0.5, Double.NaN)).hasMessageStartingWith("propensity: ");
        assertThatThrownBy(() -> scores.add(COLD, Double.NaN, 0.5)).hasMessageStartingWith("value: ");
        assertThatThrownBy(() -> new Policy(new TreeMap<>(Map.of(COLD, 0.5)))).hasMessageStartingWith("shares: ");
        assertThatThrownBy(() -> Gate.of(difference(0, 40), 0, true)).hasMessageStartingWith("margin: ");
        assertThatThrownBy(() -> AssignedScores.decode(new byte[] {9})).hasMessageContaining("format 9");
    }

    @Test
    void moreTemperaturesThanADesignHasAreGivenUpInAnyOrder() {
        AssignedScores scores = new AssignedScores(MetricScale.unitInterval());
        for (int i = 0; i <= AssignedScores.MOST_TEMPERATURES; i++) {
            scores.add(Temperature.of(i / 100.0), 0.5, 0.5);
        }
        scores.add(Temperature.of(0), 0.5, 0.5);

        assertThat(scores.overflown()).isTrue();
        assertThat(scores.arms()).isEmpty();
    }

    @Test
    void agreeingRatersMakeNoPolicySurer() {
        AssignedScores once = new AssignedScores(MetricScale.unitInterval());
        AssignedScores sixTimes = new AssignedScores(MetricScale.unitInterval());
        Random random = new Random(8);
        for (int story = 0; story < 60; story++) {
            Temperature temperature = story % 2 == 0 ? COLD : HOT;
            double propensity = 0.2 + story % 3 / 5.0;
            double value = random.nextDouble();
            once.add(temperature, value, propensity);
            for (int rater = 0; rater < 6; rater++) {
                sixTimes.add(temperature, new CellOutcome.Scored(value, story, false, 100, true), propensity);
            }
        }

        PolicyDifference stories = betweenColdAndHot(once);
        PolicyDifference ratings = betweenColdAndHot(AssignedScores.decode(sixTimes.encode()));

        assertThat(ratings.n()).isEqualTo(360);
        assertThat(ratings.stories()).isEqualTo(60);
        assertThat(ratings.doublyRobust().estimate())
                .isCloseTo(stories.doublyRobust().estimate(), EXACT);
        assertThat(ratings.hajek().standardError() / stories.hajek().standardError())
                .isCloseTo(1, within(0.02));
        assertThat(ratings.doublyRobust().standardError()
                        / stories.doublyRobust().standardError())
                .isCloseTo(1, within(0.02));
        assertThat(ratings.effectiveCount()).isCloseTo(stories.effectiveCount(), EXACT);
        assertThat(ratings.atAnyTime().low()).isCloseTo(stories.atAnyTime().low(), within(0.01));
        assertThat(Gate.of(ratings, 0.1, true).decision())
                .isEqualTo(Gate.of(stories, 0.1, true).decision());
    }

    private static PolicyDifference betweenColdAndHot(AssignedScores scores) {
        return PolicyDifference.of(AssignedArm.of(scores), Policy.always(COLD), Policy.always(HOT))
                .value()
                .orElseThrow();
    }

    private static PolicyDifference difference(double shift, int n) {
        AssignedScores scores = new AssignedScores(MetricScale.unitInterval());
        Random random = new Random(8);
        for (int i = 0; i < n / 2; i++) {
            scores.add(COLD, 0.5 + 0.05 * random.nextGaussian(), 0.5);
            scores.add(HOT, 0.5 + shift + 0.05 * random.nextGaussian(), 0.5);
        }
        return PolicyDifference.of(AssignedArm.of(scores), Policy.always(COLD), Policy.always(HOT))
                .value()
                .orElseThrow();
    }
}
