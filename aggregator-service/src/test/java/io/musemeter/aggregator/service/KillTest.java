package io.musemeter.aggregator.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.musemeter.aggregator.Scores;
import io.musemeter.events.Score;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Window;
import io.musemeter.kafka.testing.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process that is killed leaves behind: exactly what was counted, once. */
class KillTest {
    private static final int STORIES = 6_000;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static TestKafka kafka;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        kafka = TestKafka.start();
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    void killedTwiceAndFedTwiceItCountsEveryStoryAndScoreOnce() throws Exception {
        List<Story> stories = stories("killed", STORIES);
        try (Traffic traffic = new Traffic(kafka.bootstrapServers());
                WatchedView view = new WatchedView(kafka.bootstrapServers())) {
            String seriesId = score(stories.get(0)).series().seriesId();
            try (CountingProcess first = CountingProcess.start(kafka.bootstrapServers(), folder, 0)) {
                feed(traffic, stories.subList(0, STORIES / 2));
                await().atMost(PATIENCE).until(() -> view.scored(seriesId) > 100);
                first.kill();
            }
            try (CountingProcess second = CountingProcess.start(kafka.bootstrapServers(), folder, 0)) {
                feed(traffic, stories);
                await().atMost(PATIENCE).until(() -> view.scored(seriesId) > STORIES / 2);
                second.kill();
            }
            try (CountingProcess third = CountingProcess.start(kafka.bootstrapServers(), folder, 0)) {
                await().atMost(PATIENCE).untilAsserted(() -> {
                    Correlation answer = view.answer(seriesId, Window.ALL);
                    assertThat(answer.counts().scored()).isEqualTo(STORIES);
                    assertThat(answer.expected()).isEqualTo(STORIES);
                    assertThat(answer.pending()).isZero();
                });
                feed(traffic, stories.subList(0, 500));
                feed(traffic, stories("marker", 1));
                await().atMost(PATIENCE)
                        .until(() -> view.scored(score(stories("marker", 1).get(0))
                                        .series()
                                        .seriesId())
                                == 1);

                Correlation answer = view.answer(seriesId, Window.ALL);
                assertThat(answer.counts().scored()).isEqualTo(STORIES);
                assertThat(answer.cells())
                        .allSatisfy(cell -> assertThat(cell.scored()).isEqualTo(cell.expected()));
                assertThat(third.alive()).isTrue();
            }
        }
    }

    static List<Story> stories(String replay, int number) {
        List<Story> stories = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            stories.add(Scores.story(replay + i, new Source.Replay(replay), i % 7 / 3.0, Instant.now()));
        }
        return stories;
    }

    static Score score(Story story) {
        double value = Math.floorMod(story.storyId().hashCode(), 997) / 1000.0;
        return Scores.scored(story, "edit_distance", value);
    }

    static void feed(Traffic traffic, List<Story> stories) {
        stories.forEach(story -> {
            traffic.send(story);
            traffic.send(score(story));
        });
        traffic.flush();
    }
}
