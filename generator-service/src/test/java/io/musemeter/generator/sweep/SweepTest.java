package io.musemeter.generator.sweep;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.musemeter.events.Exemplar;
import io.musemeter.events.PromptIdentity;
import io.musemeter.events.Story;
import io.musemeter.events.StoryOutcome;
import io.musemeter.events.Temperature;
import io.musemeter.events.topics.Topic;
import io.musemeter.generator.config.GeneratorConfig;
import io.musemeter.generator.publish.StoryLog;
import io.musemeter.generator.support.KafkaResource;
import io.musemeter.generator.support.TopicView;
import io.musemeter.generator.writer.StoryWriters;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(SweepTest.ShortSweep.class)
@QuarkusTestResource(KafkaResource.class)
class SweepTest {
    private static final int STORIES = 21;

    @Inject
    GeneratorConfig config;

    @Inject
    StoryWriters writers;

    @Inject
    StoryLog log;

    public static class ShortSweep implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "musemeter.generator.sweep.enabled", "true",
                    "musemeter.generator.sweep.max-per-temperature", "3",
                    "musemeter.generator.sweep.max-tokens", "24");
        }
    }

    private static void awaitTheEnd() {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(
                        () -> assertThat(given().get("/api/sweeps").jsonPath().getBoolean("[0].ended"))
                                .isTrue());
    }

    @Test
    void everyTemperatureIsWrittenEquallyOftenAgainstOneExemplar() {
        awaitTheEnd();

        List<Story> stories =
                TopicView.values(Topic.STORIES, Story.class).stream().distinct().toList();

        Map<Temperature, Long> perTemperature = stories.stream()
                .collect(Collectors.groupingBy(story -> story.sampler().temperature(), Collectors.counting()));
        assertThat(perTemperature).hasSize(7);
        assertThat(perTemperature.values()).containsOnly(3L);
        Exemplar exemplar = TopicView.values(Topic.EXEMPLARS, Exemplar.class).get(0);
        assertThat(stories).allSatisfy(story -> {
            assertThat(story.exemplarHash()).isEqualTo(exemplar.exemplarHash());
            assertThat(story.source().text()).isEqualTo("sweep");
            assertThat(((StoryOutcome.Written) story.outcome()).tokenLogProbabilities())
                    .isNotEmpty();
        });
        assertThat(exemplar.origin()).isEqualTo(Exemplar.Origin.ASKED_AT_ZERO);
    }

    @Test
    void aSecondStartAddsNothingToASweepThatHasEnded() {
        awaitTheEnd();
        SweepRunner second = new SweepRunner(config, writers, log, new SimpleMeterRegistry());

        second.start(new StartupEvent());

        await().untilAsserted(() -> assertThat(second.sweeps().get(0).ended()).isTrue());
        assertThat(TopicView.records(Topic.STORIES).stream()
                        .map(ConsumerRecord::key)
                        .distinct())
                .hasSize(STORIES);
    }

    @Test
    void aSweepKilledBeforeItKeptItsProgressEmitsTheSameBytesAgain() {
        awaitTheEnd();
        ConsumerRecord<String, byte[]> first = TopicView.records(Topic.STORIES).get(0);
        Story story = TopicView.values(Topic.STORIES, Story.class).get(0);
        SweepDesign design = design();
        long position = positionOf(design, story.storyId());
        SweepProgressFile file = new SweepProgressFile(config.dataFolder().resolve("killed"), design);
        file.save(new SweepProgress(story.eventTime(), position, story.eventTime()));

        new Sweep(
                        config.environment(),
                        design,
                        "Write a story.",
                        new Pace(position + 1, Duration.ZERO, OptionalLong.of(position + 1)),
                        writers.named("embedded"),
                        log,
                        file,
                        Clock.systemUTC())
                .run();

        List<ConsumerRecord<String, byte[]>> same = TopicView.records(Topic.STORIES).stream()
                .filter(record -> record.key().equals(first.key()))
                .toList();
        assertThat(same).hasSizeGreaterThanOrEqualTo(2);
        assertThat(same)
                .allSatisfy(record ->
                        assertThat(Arrays.equals(record.value(), first.value())).isTrue());
    }

    private SweepDesign design() {
        return new SweepDesign(
                writers.named("embedded").model(),
                new PromptIdentity("write-a-story", "1"),
                writers.named("embedded").settings(),
                config.sweep().temperatures().stream().map(Temperature::of).toList(),
                config.sweep().seed());
    }

    private static long positionOf(SweepDesign design, String storyId) {
        return LongStream.range(0, STORIES)
                .filter(position -> design.at(position).storyId().equals(storyId))
                .findFirst()
                .orElseThrow();
    }
}
