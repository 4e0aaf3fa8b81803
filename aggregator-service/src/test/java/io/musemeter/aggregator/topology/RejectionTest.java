package io.musemeter.aggregator.topology;

import static io.musemeter.aggregator.Scores.NOON;
import static io.musemeter.aggregator.Scores.failed;
import static io.musemeter.aggregator.Scores.scored;
import static io.musemeter.aggregator.Scores.story;
import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.aggregator.series.SeriesRules;
import io.musemeter.events.EventJson;
import io.musemeter.events.Rejected;
import io.musemeter.events.Score;
import io.musemeter.events.Source;
import io.musemeter.events.correlation.Window;
import io.musemeter.events.topics.Topic;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RejectionTest {
    private static final Source SWEEP = new Source.Sweep();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"temperature\":1;\"temperature\":-0.5;temperature",
                "\"temperature\":1;\"temperature\":5.01;temperature",
                "\"temperature\":1;\"temperature\":\"NaN\";temperature",
                "\"temperature\":1;\"temperature\":1e400;temperature",
                "\"temperature\":1;\"other\":1;temperature",
                "\"value\":0.5;\"value\":1e999;outcome.value",
                "\"value\":0.5;\"value\":1.5;outcome.value",
                "\"kind\":\"scored\";\"kind\":\"guessed\";outcome",
                "\"storyId\":\"a\";\"storyId\":\"\";storyId",
            })
    void aScoreThatBreaksTheContractIsRejectedByField(String good, String bad, String field) {
        try (Pipeline pipeline = new Pipeline()) {
            Score score = scored(story("a", SWEEP, 1, NOON), "edit_distance", 0.5);
            String json = new String(EventJson.write(score), StandardCharsets.UTF_8);
            assertThat(json).contains(good);

            pipeline.sendRaw(score.series().seriesId(), json.replace(good, bad).getBytes(StandardCharsets.UTF_8))
                    .send(score)
                    .tick();

            assertThat(pipeline.rejected(Topic.SCORES_REJECTED))
                    .singleElement()
                    .extracting(Rejected::field)
                    .isEqualTo(field);
            assertThat(pipeline.raw(score, Window.ALL).n()).isEqualTo(1);
        }
    }

    @Test
    void aVersionUnknownHereIsRejected() {
        try (Pipeline pipeline = new Pipeline()) {
            Score score = scored(story("a", SWEEP, 1, NOON), "edit_distance", 0.5);

            pipeline.sendTyped(score.series().seriesId(), "io.musemeter.score.v2", EventJson.write(score))
                    .sendTyped(score.series().seriesId(), "io.musemeter.score.v1", EventJson.write(score))
                    .tick();

            assertThat(pipeline.rejected(Topic.SCORES_REJECTED))
                    .singleElement()
                    .extracting(Rejected::field)
                    .isEqualTo("ce_type");
            assertThat(pipeline.raw(score, Window.ALL).n()).isEqualTo(1);
        }
    }

    @Test
    void aStoryOfAVersionUnknownHereIsRejected() {
        try (Pipeline pipeline = new Pipeline()) {
            pipeline.sendTypedStory("io.musemeter.story.v2", story("a", SWEEP, 1, NOON));

            assertThat(pipeline.rejected(Topic.STORIES_REJECTED))
                    .singleElement()
                    .extracting(Rejected::field)
                    .isEqualTo("ce_type");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32"})
    void aScoreInAnotherEncodingIsRejectedAndTheRestGoesOn(String encoding) {
        try (Pipeline pipeline = new Pipeline()) {
            Score score = scored(story("a", SWEEP, 1, NOON), "edit_distance", 0.5);
            String json = new String(EventJson.write(score), StandardCharsets.UTF_8);

            pipeline.sendRaw(score.series().seriesId(), json.getBytes(Charset.forName(encoding)))
                    .send(score)
                    .tick();

            assertThat(pipeline.rejected(Topic.SCORES_REJECTED))
                    .singleElement()
                    .extracting(Rejected::problem)
                    .isEqualTo("is not UTF-8");
            assertThat(pipeline.raw(score, Window.ALL).n()).isEqualTo(1);
        }
    }

    @Test
    void anUnknownMetricIsRejected() {
        try (Pipeline pipeline = new Pipeline()) {
            pipeline.send(scored(story("a", SWEEP, 1, NOON), "no_such_metric", 0.5));

            assertThat(pipeline.rejected(Topic.SCORES_REJECTED))
                    .singleElement()
                    .extracting(Rejected::problem)
                    .isEqualTo("is not a known metric");
        }
    }

    @Test
    void aScoreUnderAnotherSeriesKeyIsRejected() {
        try (Pipeline pipeline = new Pipeline()) {
            byte[] score = EventJson.write(scored(story("a", SWEEP, 1, NOON), "edit_distance", 0.5));

            pipeline.sendRaw("0".repeat(32), score).sendRaw(null, score);

            assertThat(pipeline.rejected(Topic.SCORES_REJECTED))
                    .extracting(Rejected::field)
                    .containsExactly("key", "key");
        }
    }

    @Test
    void whatIsNoJsonIsRejectedAndTheRestGoesOn() {
        try (Pipeline pipeline = new Pipeline()) {
            Score score = scored(story("a", SWEEP, 1, NOON), "edit_distance", 0.5);
            byte[] whole = EventJson.write(score);

            pipeline.sendRaw("x", Arrays.copyOf(whole, whole.length / 2))
                    .sendRaw("x", new byte[] {(byte) 0xff, 0, 1})
                    .sendRaw("x", null)
                    .sendRaw("x", new byte[0])
                    .send(score)
                    .tick();

            assertThat(pipeline.rejected(Topic.SCORES_REJECTED)).hasSize(4);
            assertThat(pipeline.raw(score, Window.ALL).n()).isEqualTo(1);
        }
    }

    @Test
    void aValueThatContradictsTheOutcomeItReplacesIsRejected() {
        try (Pipeline pipeline = new Pipeline()) {
            Score failed = failed(story("a", SWEEP, 1, NOON), "edit_distance");

            pipeline.send(failed)
                    .send(scored(story("a", SWEEP, 2, NOON), "edit_distance", 0.5))
                    .tick();

            assertThat(pipeline.rejected(Topic.SCORES_REJECTED))
                    .extracting(Rejected::field)
                    .containsExactly("temperature");
            assertThat(pipeline.raw(failed, Window.ALL).counts().failed()).isEqualTo(1);
        }
    }

    @Test
    void aStoryThatBreaksTheContractIsRejected() {
        try (Pipeline pipeline = new Pipeline()) {
            pipeline.sendRawStory("{\"storyId\":\"a\"}".getBytes(StandardCharsets.UTF_8));

            assertThat(pipeline.rejected(Topic.STORIES_REJECTED)).hasSize(1);
        }
    }

    @Test
    void moreSeriesThanAPartitionKeepsAreRejected() {
        List<String> owned = new ArrayList<>();
        TopologyConfig config = new TopologyConfig(
                SeriesRules.DEFAULT, Duration.ofSeconds(2), Duration.ofMinutes(1), 2, new TopologyListener() {
                    @Override
                    public void seriesOwned(String seriesId) {
                        owned.add(seriesId);
                    }
                });
        try (Pipeline pipeline = new Pipeline(NOON, config)) {
            for (String replay : List.of("a", "b", "c", "d")) {
                pipeline.send(scored(story("s", new Source.Replay(replay), 1, NOON), "edit_distance", 0.5));
            }

            assertThat(pipeline.rejected(Topic.SCORES_REJECTED)).hasSize(2);
            assertThat(owned).hasSize(2);
        }
    }
}
