package io.musemeter.aggregator.series;

import static io.musemeter.aggregator.Scores.NOON;
import static io.musemeter.aggregator.Scores.scored;
import static io.musemeter.aggregator.Scores.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.events.Score;
import io.musemeter.events.Source;
import io.musemeter.events.correlation.Window;
import io.musemeter.events.metrics.MetricCatalogue;
import io.musemeter.statistics.analysis.AnalysisConfig;
import io.musemeter.statistics.analysis.CorrelationAnalysis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The slope pane by pane: a history of disjoint parts. */
class PaneSlopesTest {
    private static final String METRIC = "edit_distance";

    private static List<Score> hour(int hour) {
        List<Score> scores = new ArrayList<>();
        Random random = new Random(hour);
        for (int i = 0; i < 70; i++) {
            scores.add(scored(
                    story(
                            "h" + hour + "-" + i,
                            new Source.Sweep(),
                            i % 7 / 3.0,
                            NOON.plus(Duration.ofHours(hour)).plusSeconds(i)),
                    METRIC,
                    0.3 + 0.1 * random.nextDouble() + 0.01 * hour * (i % 7)));
        }
        return scores;
    }

    private static SeriesState series(Score first) {
        return SeriesState.begin(
                first.series().seriesId(),
                first.series(),
                Scales.of(MetricCatalogue.named(METRIC)),
                SeriesRules.DEFAULT);
    }

    private static void feed(SeriesState series, List<Score> scores) {
        scores.forEach(score -> series.accept(
                score, score.eventTime().toEpochMilli(), score.eventTime().toEpochMilli()));
    }

    @Test
    void eachPaneHasTheSlopeOfItsOwnScores() {
        SeriesState series = series(hour(0).get(0));
        feed(series, hour(0));
        feed(series, hour(1));
        feed(series, hour(3));

        List<PaneSlope> slopes =
                series.slopes(Window.DAY, NOON.plus(Duration.ofHours(4)).toEpochMilli());

        assertThat(slopes).extracting(PaneSlope::n).containsExactly(60L, 60L, 60L);
        assertThat(slopes.get(2).fromMillis())
                .isEqualTo(NOON.plus(Duration.ofHours(3)).toEpochMilli());
        assertThat(slopes.get(1).slope())
                .isEqualTo(CorrelationAnalysis.analyse(Batch.cells(hour(1), Set.of()), AnalysisConfig.of(METRIC))
                        .slope());
    }

    @Test
    void aScoreThatComesLaterChangesItsPane() {
        SeriesState series = series(hour(0).get(0));
        feed(series, hour(0));
        long end = NOON.plus(Duration.ofHours(1)).toEpochMilli();
        PaneSlope before = series.slopes(Window.DAY, end).get(0);

        feed(series, List.of(scored(story("late", new Source.Sweep(), 2, NOON.plusSeconds(5)), METRIC, 1)));

        assertThat(series.slopes(Window.DAY, end).get(0).n()).isEqualTo(61);
        assertThat(series.slopes(Window.DAY, end).get(0).slope()).isNotEqualTo(before.slope());
    }

    @Test
    void whatHasLeftTheWindowAndTheWindowWithoutPanesHaveNone() {
        SeriesState series = series(hour(0).get(0));
        feed(series, hour(0));

        assertThat(series.slopes(Window.HOUR, NOON.plus(Duration.ofHours(3)).toEpochMilli()))
                .isEmpty();
        assertThat(series.slopes(Window.ALL, NOON.toEpochMilli())).isEmpty();
    }
}
