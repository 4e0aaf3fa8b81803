package io.musemeter.generator.sweep;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.musemeter.events.EventJson;
import io.musemeter.events.Exemplar;
import io.musemeter.events.FinishReason;
import io.musemeter.events.ModelIdentity;
import io.musemeter.events.NotWrittenReason;
import io.musemeter.events.PromptIdentity;
import io.musemeter.events.Sampler;
import io.musemeter.events.Story;
import io.musemeter.events.StoryOutcome;
import io.musemeter.events.Temperature;
import io.musemeter.events.topics.Topic;
import io.musemeter.generator.config.GeneratorConfig;
import io.musemeter.generator.publish.StoryLog;
import io.musemeter.generator.support.KafkaResource;
import io.musemeter.generator.support.TopicView;
import io.musemeter.generator.writer.Draft;
import io.musemeter.generator.writer.SamplerSettings;
import io.musemeter.generator.writer.StoryWriter;
import io.musemeter.generator.writer.StoryWriters;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
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

    /** Records of the sweep that the service itself carries out. */
    private List<ConsumerRecord<String, byte[]>> swept() {
        return TopicView.records(Topic.STORIES).stream()
                .filter(record -> story(record).environment().equals(config.environment()))
                .toList();
    }

    private static Story story(ConsumerRecord<String, byte[]> record) {
        return EventJson.read(record.value(), Story.class);
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

        List<Story> stories = swept().stream().map(SweepTest::story).distinct().toList();

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
    void aPausedSweepWritesNothingUntilItIsResumedAlsoAfterARestart() {
        SweepDesign design = design(7);
        Path folder = config.dataFolder().resolve("paused");
        new Pause(folder, design).set(true);
        Pause pause = new Pause(folder, design);
        Sweep sweep = sweepOf(design, folder, pause, 1);
        Thread thread = new Thread(sweep);
        thread.start();

        await().untilAsserted(() -> assertThat(thread.getState()).isEqualTo(Thread.State.WAITING));
        assertThat(sweep.acknowledged()).isZero();
        pause.set(false);

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(sweep.ended()).isTrue());
        assertThat(new Pause(folder, design).on()).isFalse();
    }

    @Test
    void outcomesPerTemperatureAddUpToWhatWasAsked() {
        Sweep sweep = sweepOf(design(8), config.dataFolder().resolve("outcomes"), 14);

        sweep.run();

        assertThat(sweep.outcomes()).hasSize(7).allSatisfy(at -> {
            assertThat(at.asked()).isEqualTo(2);
            assertThat(at.written()
                            + at.notWritten().values().stream()
                                    .mapToLong(n -> n)
                                    .sum())
                    .isEqualTo(at.asked());
        });
    }

    @Test
    void aModelThatTakesOneTemperatureIsSweptWithoutExemplarAndItsRefusalsAreData() {
        SweepDesign design = design(9);
        Sweep sweep = sweepBy(new OnlyAtOne(writers.named("embedded").model()), "picky", design, 14);

        sweep.run();

        assertThat(sweep.outcomes())
                .allSatisfy(at -> assertThat(at.notWritten())
                        .isEqualTo(
                                at.temperature().equals(Temperature.of(1))
                                        ? Map.of()
                                        : Map.of("temperature_refused", 2L)));
        assertThat(TopicView.values(Topic.STORIES, Story.class))
                .filteredOn(story -> story.environment().equals("picky"))
                .hasSize(14)
                .allSatisfy(story -> assertThat(story.exemplarHash()).isNull());
    }

    /** A sweep of another writer, in a folder of that name; its stories carry the name as their environment. */
    private Sweep sweepBy(StoryWriter writer, String name, SweepDesign design, int stories) {
        Path folder = config.dataFolder().resolve(name);
        return new Sweep(
                name,
                design,
                "Write a story.",
                new Pace(stories, Duration.ZERO, OptionalLong.of(stories)),
                writer,
                log,
                new SweepProgressFile(folder, design),
                new Pause(folder, design),
                Clock.systemUTC());
    }

    /** Takes temperature 1 alone, as some reasoning models do. */
    private record OnlyAtOne(ModelIdentity model) implements StoryWriter {
        @Override
        public SamplerSettings settings() {
            return new SamplerSettings(null, null, null, null);
        }

        @Override
        public Draft write(String prompt, Sampler sampler) {
            boolean taken = sampler.temperature().equals(Temperature.of(1));
            return new Draft(
                    model,
                    sampler,
                    taken
                            ? new StoryOutcome.Written("Once.", FinishReason.STOP, null)
                            : new StoryOutcome.NotWritten(NotWrittenReason.TEMPERATURE_REFUSED));
        }
    }

    @Test
    void aStoryThatKafkaWillNeverTakeEndsTheSweepAndIsShown() {
        SweepDesign design = design(10);
        Sweep sweep = sweepBy(new TooLong(writers.named("embedded").model()), "huge", design, 7);

        sweep.run();

        SweepResource.Status status = SweepResource.Status.of(sweep);
        assertThat(status.failed()).isNotNull();
        assertThat(status.ended()).isFalse();
        assertThat(status.acknowledged()).isZero();
    }

    /** Writes more than a record holds, its exemplar aside. */
    private record TooLong(ModelIdentity model) implements StoryWriter {
        @Override
        public SamplerSettings settings() {
            return new SamplerSettings(null, null, null, null);
        }

        @Override
        public Draft write(String prompt, Sampler sampler) {
            int length = sampler.temperature().equals(Temperature.of(0)) ? 1 : 16 << 20;
            return new Draft(model, sampler, new StoryOutcome.Written("x".repeat(length), FinishReason.STOP, null));
        }
    }

    @Test
    void pausesAreSetByHttp() {
        awaitTheEnd();

        given().contentType("application/json")
                .body("{\"paused\":true}")
                .put("/api/sweeps")
                .then()
                .statusCode(200)
                .body("[0].paused", equalTo(true));
        given().contentType("application/json")
                .body("{\"paused\":false}")
                .put("/api/sweeps")
                .then()
                .body("[0].paused", equalTo(false));
        given().contentType("application/json")
                .body("{\"paused\":true,\"model\":\"unheard-of\"}")
                .put("/api/sweeps")
                .then()
                .statusCode(400)
                .body("field", equalTo("model"));
    }

    @Test
    void aSecondStartAddsNothingToASweepThatHasEnded() {
        awaitTheEnd();
        SweepRunner second = new SweepRunner(config, writers, log, new SimpleMeterRegistry());

        second.start(new StartupEvent());

        await().untilAsserted(() -> assertThat(second.sweeps().get(0).ended()).isTrue());
        assertThat(swept().stream().map(ConsumerRecord::key).distinct()).hasSize(STORIES);
    }

    @Test
    void aSweepKilledBeforeItKeptItsProgressEmitsTheSameBytesAgain() {
        awaitTheEnd();
        ConsumerRecord<String, byte[]> first = swept().get(0);
        Story story = story(first);
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
                        new Pause(config.dataFolder().resolve("killed"), design),
                        Clock.systemUTC())
                .run();

        List<ConsumerRecord<String, byte[]>> same = swept().stream()
                .filter(record -> record.key().equals(first.key()))
                .toList();
        assertThat(same).hasSizeGreaterThanOrEqualTo(2);
        assertThat(same)
                .allSatisfy(record ->
                        assertThat(Arrays.equals(record.value(), first.value())).isTrue());
    }

    private Sweep sweepOf(SweepDesign design, Path folder, Pause pause, long stories) {
        return new Sweep(
                "other",
                design,
                "Write a story.",
                new Pace(stories, Duration.ZERO, OptionalLong.of(stories)),
                writers.named("embedded"),
                log,
                new SweepProgressFile(folder, design),
                pause,
                Clock.systemUTC());
    }

    private Sweep sweepOf(SweepDesign design, Path folder, long stories) {
        return sweepOf(design, folder, new Pause(folder, design), stories);
    }

    private SweepDesign design() {
        return design(config.sweep().seed());
    }

    private SweepDesign design(long seed) {
        return new SweepDesign(
                writers.named("embedded").model(),
                new PromptIdentity("write-a-story", "1"),
                writers.named("embedded").settings(),
                config.sweep().temperatures().stream().map(Temperature::of).toList(),
                seed);
    }

    private static long positionOf(SweepDesign design, String storyId) {
        return LongStream.range(0, STORIES)
                .filter(position -> design.at(position).storyId().equals(storyId))
                .findFirst()
                .orElseThrow();
    }
}
