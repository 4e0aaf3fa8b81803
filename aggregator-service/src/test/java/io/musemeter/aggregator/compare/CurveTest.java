package io.musemeter.aggregator.compare;

import static io.musemeter.aggregator.Scores.NOON;
import static io.musemeter.aggregator.Scores.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.aggregator.Scores;
import io.musemeter.aggregator.answer.Answers;
import io.musemeter.aggregator.series.Scales;
import io.musemeter.aggregator.series.SeriesRules;
import io.musemeter.aggregator.series.SeriesState;
import io.musemeter.events.EventJson;
import io.musemeter.events.Score;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.Source;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Window;
import io.musemeter.events.metrics.MetricCatalogue;
import io.musemeter.statistics.effect.CellMoments;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurveTest {
    private static final String METRIC = "edit_distance";

    @Test
    void aStoryThatThreePeopleRatedIsOneStory() {
        List<CellMoments> curve = Curve.of(rated(METRIC, 3));

        assertThat(curve).extracting(CellMoments::n).containsExactly(30L, 30L);
        assertThat(curve).extracting(CellMoments::effectiveCount).containsExactly(10L, 10L);
    }

    /** Ten stories at each of two temperatures, each rated by so many people. */
    static Correlation rated(String metric, int raters) {
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            for (int rater = 0; rater < raters; rater++) {
                scores.add(Score.of(
                        story("s" + i, new Source.Sweep(), 0.5 + i % 2, NOON),
                        metric,
                        Scores.EVALUATOR,
                        "rater-" + rater,
                        new ScoreOutcome.Scored(0.03 * i)));
            }
        }
        Score first = scores.get(0);
        SeriesState series = SeriesState.begin(
                first.series().seriesId(),
                first.series(),
                Scales.of(MetricCatalogue.named(metric)),
                SeriesRules.DEFAULT);
        scores.forEach(score -> series.accept(score, NOON.toEpochMilli(), NOON.toEpochMilli()));
        byte[] wire = EventJson.write(Answers.of(series, Window.ALL, NOON.toEpochMilli()));
        return EventJson.read(wire, Correlation.class);
    }
}
