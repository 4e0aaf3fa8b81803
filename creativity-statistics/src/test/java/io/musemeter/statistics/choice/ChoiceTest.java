package io.musemeter.statistics.choice;

import static io.musemeter.statistics.Fixtures.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.effect.CellMoments;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {

    @Test
    void theShareHasWilsonsInterval() {
        CreativeYield yield = CreativeYield.of(new CreativeYield.Counts(60, 7, 12_000, 2_600_000, 1_500), 0.95)
                .value()
                .orElseThrow();

        assertThat(yield.low()).isCloseTo(figure("wilson.low"), within(1e-9));
        assertThat(yield.high()).isCloseTo(figure("wilson.high"), within(1e-9));
        assertThat(yield.per1000Tokens()).isCloseTo(7000 / 12_000.0, within(1e-12));
        assertThat(yield.per1000Tokens()).isBetween(yield.per1000Low(), yield.per1000High());
    }

    @Test
    void noCreativeStoryStillHasAnUpperBound() {
        CreativeYield yield = CreativeYield.of(new CreativeYield.Counts(30, 0, 6_000, 1_200_000, 0), 0.95)
                .value()
                .orElseThrow();

        assertThat(yield.low()).isZero();
        assertThat(yield.high()).isBetween(0.05, 0.2);
        assertThat(yield.per1000Tokens()).isZero();
        assertThat(yield.per1000High()).isPositive();
    }

    @Test
    void noStoryHasNoYield() {
        assertThat(CreativeYield.of(new CreativeYield.Counts(0, 0, 0, 0, 0), 0.95))
                .isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void theFrontHoldsWhatNothingBeatsOnBothGoals() {
        ParetoFront.Point careful = new ParetoFront.Point(0.3, 0.2, 0.9);
        ParetoFront.Point beaten = new ParetoFront.Point(0.6, 0.1, 0.8);
        ParetoFront.Point balanced = new ParetoFront.Point(1.0, 0.5, 0.7);
        ParetoFront.Point wild = new ParetoFront.Point(2.0, 0.9, 0.1);

        assertThat(ParetoFront.of(List.of(careful, beaten, balanced, wild))).containsExactly(careful, balanced, wild);
        assertThat(ParetoFront.of(List.of(careful, careful))).hasSize(2);
    }

    @Test
    void temperaturesThatCannotBeToldApartAreAllCandidates() {
        BestTemperature best = BestTemperature.of(
                        List.of(cell(0.5, 0.40), cell(0.8, 0.60), cell(1.0, 0.601), cell(1.5, 0.2)), 0.95)
                .value()
                .orElseThrow();

        assertThat(best.best()).isEqualTo(1.0);
        assertThat(best.candidates()).containsExactly(0.8, 1.0);
    }

    @Test
    void oneTemperatureIsNoChoice() {
        assertThat(BestTemperature.of(List.of(cell(1, 0.5)), 0.95)).isInstanceOf(Answer.Unknown.class);
    }

    private static CellMoments cell(double temperature, double mean) {
        return new CellMoments(temperature, 100, mean, 0.01, 0, 0.0003, 5);
    }
}
