package io.musemeter.aggregator.answer;

import static io.musemeter.aggregator.Scores.NOON;
import static io.musemeter.aggregator.Scores.scored;
import static io.musemeter.aggregator.Scores.sized;
import static io.musemeter.aggregator.Scores.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.aggregator.series.Scales;
import io.musemeter.aggregator.series.SeriesRules;
import io.musemeter.aggregator.series.SeriesState;
import io.musemeter.events.EventJson;
import io.musemeter.events.Score;
import io.musemeter.events.Source;
import io.musemeter.events.correlation.Cell;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Cost;
import io.musemeter.events.correlation.Window;
import io.musemeter.events.metrics.MetricCatalogue;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lengths of stories on their way from scores to an answer. */
class LengthTest {
    private static final double[] TEMPERATURES = {0.4, 0.8, 1.2, 1.6};

    /** Stories grow with temperature; the value depends on their length alone. */
    private static Correlation longerWhenHotter(String metric, boolean wordsKnown) {
        Random random = new Random(7);
        SeriesState series = null;
        for (int i = 0; i < 200; i++) {
            double temperature = TEMPERATURES[i % 4];
            int words = 100 + (int) (100 * temperature) + random.nextInt(80);
            double value = metric.equals("creative_yield") ? i / 4 % 2 : words / 1000.0 + 0.01 * random.nextDouble();
            Score score = sized(
                    scored(story("l" + i, new Source.Sweep(), temperature, NOON), metric, value),
                    wordsKnown || i > 0 ? words : null,
                    2 * words);
            if (series == null) {
                series = SeriesState.begin(
                        score.series().seriesId(),
                        score.series(),
                        Scales.of(MetricCatalogue.named(metric)),
                        SeriesRules.DEFAULT);
            }
            series.accept(score, NOON.toEpochMilli(), NOON.toEpochMilli());
        }
        byte[] wire = EventJson.write(Answers.of(series, Window.ALL, NOON.toEpochMilli()));
        return EventJson.read(wire, Correlation.class);
    }

    @Test
    void whatLengthAloneExplainsIsGoneAmongStoriesOfOneLength() {
        Correlation answer = longerWhenHotter("edit_distance", true);

        assertThat(answer.slope().low()).isGreaterThan(0.08);
        assertThat(answer.slope().n()).isEqualTo(200);
        assertThat(answer.scope().atOneLength().slope().n()).isEqualTo(200);
        assertThat(answer.scope().missing().unscored().n()).isEqualTo(200);
        assertThat(answer.scope().atOneLength().slope().estimate()).isCloseTo(0, within(0.01));
        assertThat(answer.scope().atOneLength().perWord()).isCloseTo(0.001, within(1e-4));
        assertThat(answer.scope().atOneLength().wordsPerTemperature()).isCloseTo(100, within(20.0));
        assertThat(answer.cells()).extracting(Cell::cost).containsOnlyNulls();
    }

    @Test
    void aStoryOfUnknownLengthLeavesNoAnswerAndSaysWhy() {
        Correlation answer = longerWhenHotter("edit_distance", false);

        assertThat(answer.scope().atOneLength()).isNull();
        assertThat(answer.noAnswer().get("slopeAtOneLength")).isEqualTo("the length of 1 of 200 stories is not known");
    }

    @Test
    void creativeYieldIsCountedByItsTokens() {
        Correlation answer = longerWhenHotter("creative_yield", true);

        assertThat(answer.cells()).allSatisfy(cell -> {
            Cost cost = cell.cost();
            assertThat(cost.stories()).isEqualTo(50);
            assertThat(cost.tokens() / cost.stories())
                    .isCloseTo(200 + 200 * cell.temperature().value().doubleValue() + 80, within(25.0));
            assertThat(cost.tokensSquared()).isGreaterThan(cost.tokens() * cost.tokens() / cost.stories());
            assertThat(cost.tokensOfOnes() / cost.tokens()).isCloseTo(0.5, within(0.1));
        });
    }
}
