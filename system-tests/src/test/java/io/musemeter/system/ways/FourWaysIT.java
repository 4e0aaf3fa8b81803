package io.musemeter.system.ways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.musemeter.events.EventJson;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import io.musemeter.events.topics.Topic;
import io.musemeter.system.RunningSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The same 31 stories by replay, HTTP, a Kafka producer and the OpenTelemetry SDK: the same records, the same figures. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FourWaysIT {
    private static final List<String> NAMES = List.of("by-replay", "by-http", "by-topic", "by-otlp");

    /** What is said of a series; beside it stand its names, and what depends on the order in which stories arrived. */
    private static final List<String> FIGURES = List.of(
            "metric",
            "n",
            "distinctTemperatures",
            "expected",
            "scored",
            "unscorable",
            "failed",
            "slope",
            "pearson",
            "spearman",
            "kendall",
            "somers",
            "omegaSquared",
            "q",
            "verdict",
            "cells");

    @TempDir
    static Path data;

    private static RunningSystem system;

    @BeforeAll
    static void theSameStoriesByEveryWay() throws Exception {
        system = RunningSystem.start(
                data,
                Map.of(
                        "MUSEMETER_GENERATOR_SWEEP_ENABLED", "false",
                        "MUSEMETER_SCORER_FAMILIES", "lexical,semantic"));
        List<ObjectNode> stories = SameStories.stories();
        String exemplarHash = Ways.exemplar(system.generator("/api/exemplars"), SameStories.exemplar());
        replay(stories);
        Ways.http(system.generator("/api/stories"), stories, "by-http", exemplarHash);
        Ways.topic(system.bootstrapServers(), stories, "by-topic", exemplarHash);
        Ways.openTelemetry(system.generator("/v1/traces"), stories, "by-otlp", exemplarHash);
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
    }

    private static void replay(List<ObjectNode> stories) throws Exception {
        Path file = data.resolve("stories.jsonl");
        Path exemplar = data.resolve("exemplar.txt");
        Files.writeString(file, stories.stream().map(ObjectNode::toString).collect(Collectors.joining("\n")));
        Files.writeString(exemplar, SameStories.exemplar());
        assertThat(system.command("replay", file.toString(), "--exemplar", exemplar.toString(), "--name", "by-replay")
                        .output())
                .contains(SameStories.COUNT + " stories of replay:by-replay accepted, 0 lines rejected");
    }

    @Test
    @Order(1)
    void everyWayWritesTheSameRecordsButForTheirIdentities() {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(records("by-topic")).hasSize(SameStories.COUNT));

        List<Story> replayed = records("by-replay");

        assertThat(replayed).hasSize(SameStories.COUNT);
        assertThat(NAMES).allSatisfy(name -> assertThat(records(name)).containsExactlyInAnyOrderElementsOf(replayed));
    }

    @Test
    @Order(2)
    void everyWayEndsInTheSameFigures() {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(NAMES).allSatisfy(name -> {
                    assertThat(figures(name)).isNotEmpty().isEqualTo(figures("by-replay"));
                    assertThat(series(name)).allSatisfy(FourWaysIT::atRest);
                }));
    }

    @Test
    @Order(3)
    void anErasedStoryLeavesTombstonesWhereItsTextAndItsVectorWereAndStaysCounted() throws Exception {
        List<String> before = figures("by-http");
        String id = SameStories.stories().get(0).path("id").asText();

        Ways.erase(system.generator("/api/stories"), "by-http", id);

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            assertThat(system.log().values(Topic.STORIES)).containsNull();
            assertThat(system.log().values(Topic.EMBEDDINGS)).containsNull();
        });
        assertThat(figures("by-http")).isEqualTo(before);
    }

    private static void atRest(JsonNode series) {
        assertThat(series.path("expected").asInt()).isEqualTo(SameStories.COUNT);
        assertThat(series.path("pending").asInt()).isZero();
    }

    private static List<JsonNode> series(String name) {
        return system.correlations("?source=replay:" + name + "&window=all");
    }

    private static List<String> figures(String name) {
        return series(name).stream()
                .map(one -> ((ObjectNode) one).retain(FIGURES).toString())
                .sorted()
                .toList();
    }

    /** A way's stories under one name, without what differs by way. */
    private static List<Story> records(String name) {
        return system.log().values(Topic.STORIES).stream()
                .filter(Objects::nonNull)
                .map(value -> EventJson.read(value, Story.class))
                .filter(story -> story.source().text().equals("replay:" + name))
                .map(FourWaysIT::anonymous)
                .toList();
    }

    private static Story anonymous(Story story) {
        return new Story(
                "any",
                story.environment(),
                new Source.Replay("any"),
                story.model(),
                story.prompt(),
                story.sampler(),
                story.exemplarHash(),
                null,
                null,
                story.samplingFraction(),
                story.propensity(),
                story.eventTime(),
                story.outcome());
    }
}
