package io.musemeter.aggregator.series;

import static io.musemeter.aggregator.Scores.NOON;
import static io.musemeter.aggregator.Scores.scored;
import static io.musemeter.aggregator.Scores.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.aggregator.state.StateKey;
import io.musemeter.events.Score;
import io.musemeter.events.Source;
import io.musemeter.events.metrics.MetricCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one more score costs, counted in pieces of state that it touches. */
class CostPerScoreTest {
    private static final String METRIC = "edit_distance";

    @Test
    void aScoreTouchesOnePaneOfEachWindowHoweverManyTheWindowHolds() {
        List<StateKey> young = touchedByOneMoreScore(Duration.ofMinutes(10));
        List<StateKey> old = touchedByOneMoreScore(Duration.ofDays(8));

        assertThat(old).extracting(StateKey::kind).containsExactlyElementsOf(kinds(young));
        assertThat(old)
                .filteredOn(key -> key.kind() == StateKey.Kind.PANE)
                .extracting(StateKey::first)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(4);
    }

    private static List<StateKey.Kind> kinds(List<StateKey> keys) {
        return keys.stream().map(StateKey::kind).toList();
    }

    /** Pieces written after a score every five minutes for so long, all written out, and one more. */
    private static List<StateKey> touchedByOneMoreScore(Duration before) {
        Instant begin = NOON.minus(before);
        SeriesState series = series(score("first", begin));
        for (int i = 0; begin.plus(Duration.ofMinutes(5L * i)).isBefore(NOON); i++) {
            accept(series, score("s" + i, begin.plus(Duration.ofMinutes(5L * i))));
        }
        series.writeChanges((key, value) -> {});

        accept(series, score("one more", NOON));
        List<StateKey> touched = new ArrayList<>();
        series.writeChanges((key, value) -> touched.add(key));
        return touched;
    }

    private static void accept(SeriesState series, Score score) {
        long sent = score.eventTime().toEpochMilli();
        assertThat(series.accept(score, sent, sent)).isEqualTo(Acceptance.COUNTED);
    }

    private static SeriesState series(Score first) {
        return SeriesState.begin(
                first.series().seriesId(),
                first.series(),
                Scales.of(MetricCatalogue.named(METRIC)),
                SeriesRules.DEFAULT);
    }

    private static Score score(String id, Instant at) {
        return scored(story(id, new Source.Sweep(), 1, at), METRIC, 0.5);
    }
}
