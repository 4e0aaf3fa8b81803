package io.musemeter.aggregator.answer;

import static io.musemeter.aggregator.Scores.NOON;
import static io.musemeter.aggregator.Scores.scored;
import static io.musemeter.aggregator.Scores.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.aggregator.series.Scales;
import io.musemeter.aggregator.series.SeriesRules;
import io.musemeter.aggregator.series.SeriesState;
import io.musemeter.events.EventJson;
import io.musemeter.events.Score;
import io.musemeter.events.Source;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Window;
import io.musemeter.events.metrics.MetricCatalogue;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The shape of a curve on its way to the wire. */
class ShapeTest {
    private static Correlation answer(DoubleUnaryOperator curve) {
        Random random = new Random(21);
        SeriesState series = null;
        for (int i = 0; i < 420; i++) {
            double temperature = (i % 7 + 1) * 0.25;
            double value = curve.applyAsDouble(temperature) + 0.1 * (random.nextDouble() - 0.5);
            Score score = scored(story("c" + i, new Source.Sweep(), temperature, NOON), "edit_distance", value);
            if (series == null) {
                series = SeriesState.begin(
                        score.series().seriesId(),
                        score.series(),
                        Scales.of(MetricCatalogue.named("edit_distance")),
                        SeriesRules.DEFAULT);
            }
            series.accept(score, NOON.toEpochMilli(), NOON.toEpochMilli());
        }
        byte[] wire = EventJson.write(Answers.of(series, Window.ALL, NOON.toEpochMilli()));
        return EventJson.read(wire, Correlation.class);
    }

    @Test
    void aCurveThatLevelsOffHasItsKnee() {
        Correlation answer = answer(t -> 0.2 + 0.4 * Math.min(t, 1));

        assertThat(answer.shape().lackOfFit().p()).isLessThan(0.001);
        assertThat(answer.shape().saturation().knee()).isCloseTo(1, within(0.1));
        assertThat(answer.shape().saturation().low()).isLessThan(1);
        assertThat(answer.shape().rhoBound()).isNull();
    }

    @Test
    void aCurveThatTurnsIsToldWhere() {
        Correlation answer = answer(t -> 0.7 - 0.5 * (t - 1) * (t - 1));

        assertThat(answer.shape().turn().sure()).isTrue();
        assertThat(answer.shape().turn().breakpoint()).isCloseTo(1, within(0.3));
        assertThat(answer.shape().turn().before().low()).isPositive();
        assertThat(answer.shape().turn().after().high()).isNegative();
    }

    @Test
    void aLineHangsOnNoSingleTemperature() {
        Correlation answer = answer(t -> 0.2 + 0.2 * t);

        assertThat(answer.shape().lackOfFit().p()).isGreaterThan(0.05);
        assertThat(answer.shape().leaveOneOut()).hasSize(7).noneMatch(each -> each.decisive());
        assertThat(answer.noAnswer()).containsKey("saturation");
    }
}
