package io.musemeter.aggregator.topology;

import static io.musemeter.aggregator.Scores.NOON;
import static io.musemeter.aggregator.Scores.scored;
import static io.musemeter.aggregator.Scores.story;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.events.Score;
import io.musemeter.events.Source;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Stories scored again keep their ids: a replay leaves out what was refused as late when it was new. */
class ReplayTest {
    private static final String METRIC = "edit_distance";
    private static final Source SWEEP = new Source.Sweep();
    private static final Source AGAIN = new Source.Replay("again.sweep");

    private static List<Score> scores(Source source) {
        List<Score> scores = new ArrayList<>();
        Random random = new Random(5);
        for (int i = 0; i < 210; i++) {
            double value = random.nextInt(1_000_000) / 1e6;
            scores.add(scored(story("s" + i, source, i % 7 / 3.0, NOON.minusSeconds(i)), METRIC, value));
        }
        for (int i = 0; i < 5; i++) {
            scores.add(scored(story("late" + i, source, 1, NOON.minus(Duration.ofHours(30 + i))), METRIC, 0.9));
        }
        return scores;
    }

    @Test
    void aReplayGivesTheBitsOfTheLiveSeriesInAnyOrder() {
        List<Score> live = scores(SWEEP);
        List<Score> again = scores(AGAIN);
        Collections.shuffle(again, new Random(6));
        try (Pipeline pipeline = new Pipeline()) {
            live.forEach(pipeline::send);
            again.forEach(pipeline::send);
            pipeline.tick();

            Correlation first = pipeline.raw(live.get(0), Window.ALL);
            Correlation second = pipeline.raw(again.get(0), Window.ALL);
            assertThat(first.counts().late()).isEqualTo(5);
            assertThat(second.counts()).isEqualTo(first.counts());
            assertThat(second.slope()).isEqualTo(first.slope());
            assertThat(second.spearman()).isEqualTo(first.spearman());
            assertThat(second.cells()).isEqualTo(first.cells());
        }
    }

    @Test
    void whatWasNotRefusedIsCountedHoweverOldItIs() {
        List<Score> again = scores(AGAIN);
        try (Pipeline pipeline = new Pipeline()) {
            again.forEach(pipeline::send);
            pipeline.tick();

            assertThat(pipeline.raw(again.get(0), Window.ALL).counts().scored()).isEqualTo(215);
        }
    }

    @Test
    void aDecisionThatCannotBeReadDecidesNothing() {
        List<Score> again = scores(AGAIN);
        try (Pipeline pipeline = new Pipeline()) {
            pipeline.decide(again.get(0).scoreId(), "{}".getBytes(UTF_8));
            again.forEach(pipeline::send);
            pipeline.tick();

            assertThat(pipeline.raw(again.get(0), Window.ALL).counts().scored()).isEqualTo(215);
        }
    }
}
