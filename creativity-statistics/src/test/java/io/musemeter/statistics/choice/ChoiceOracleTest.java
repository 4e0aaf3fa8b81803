package io.musemeter.statistics.choice;

import static io.musemeter.statistics.Curves.cell;
import static io.musemeter.statistics.Curves.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Curves;
import io.musemeter.statistics.effect.CellMoments;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChoiceOracleTest {

    @ParameterizedTest
    @EnumSource(Goal.class)
    void theBestIsFoundAsByTheTestsOfScipy(Goal goal) {
        BestTemperature best =
                BestTemperature.of(Curves.FRESH, goal, 0.95).value().orElseThrow();

        assertThat(best.options()).hasSize(5);
        for (BestTemperature.Option option : best.options()) {
            String name = "best." + goal.name().toLowerCase(Locale.ROOT) + "." + option.temperature();
            assertThat(option.low()).isCloseTo(figure(name + ".low"), within(1e-9));
            assertThat(option.high()).isCloseTo(figure(name + ".high"), within(1e-9));
            assertThat(option.candidate()).isEqualTo(figure(name + ".candidate") == 1);
        }
    }

    @Test
    void whatCannotBeToldApartIsSaidSo() {
        BestTemperature highest = BestTemperature.of(Curves.FRESH, 0.95).value().orElseThrow();
        BestTemperature lowest =
                BestTemperature.of(Curves.FRESH, Goal.LOWEST, 0.95).value().orElseThrow();

        assertThat(highest.sentence("novelty", Goal.HIGHEST))
                .isEqualTo(
                        "cannot tell 1.667 and 2 apart by their mean of novelty; that of T = 2 is the greatest so far");
        assertThat(lowest.sentence("novelty", Goal.LOWEST))
                .isEqualTo("T = 0.334 has the least mean of novelty (95 % simultaneous)");
    }

    @Test
    void aTemperatureIsBeatenOnlyWhenAnotherIsSurelyBetterOnBothGoals() {
        List<CellMoments> novelty = List.of(
                cell(0.3, 50, 0.2, 0.01), cell(0.8, 50, 0.5, 0.01), cell(1.0, 50, 0.51, 0.01), cell(2, 50, 0.8, 0.01));
        List<CellMoments> coherence = List.of(
                cell(0.3, 50, 0.5, 0.01), cell(0.8, 50, 0.7, 0.01), cell(1.0, 50, 0.71, 0.01), cell(2, 50, 0.1, 0.01));

        List<TestedFront.Point> points = TestedFront.of(novelty, Goal.HIGHEST, coherence, Goal.HIGHEST, 0.95)
                .value()
                .orElseThrow()
                .points();

        assertThat(points).extracting(TestedFront.Point::onFront).containsExactly(false, false, true, true);
        // 0.8 lies behind 1.0 by its means, but not surely.
        assertThat(points).extracting(TestedFront.Point::surelyBeaten).containsExactly(true, false, false, false);
    }

    @Test
    void aGoalMayBeToHaveLittle() {
        List<CellMoments> novelty = List.of(cell(0.3, 50, 0.2, 0.01), cell(1, 50, 0.6, 0.01));
        List<CellMoments> perplexity = List.of(cell(0.3, 50, 3, 0.01), cell(1, 50, 2, 0.01));

        assertThat(TestedFront.of(novelty, Goal.HIGHEST, perplexity, Goal.LOWEST, 0.95)
                        .value()
                        .orElseThrow()
                        .points())
                .extracting(TestedFront.Point::surelyBeaten)
                .containsExactly(true, false);
    }

    @Test
    void oneTemperatureIsNoTradeOff() {
        List<CellMoments> one = List.of(cell(1, 50, 0.6, 0.01));

        assertThat(TestedFront.of(one, Goal.HIGHEST, one, Goal.HIGHEST, 0.95)).isInstanceOf(Answer.Unknown.class);
    }
}
