package io.musemeter.generator.sweep;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.musemeter.events.PromptIdentity;
import io.musemeter.events.Story;
import io.musemeter.events.StoryOutcome;
import io.musemeter.events.Temperature;
import io.musemeter.events.topics.Topic;
import io.musemeter.generator.config.ProviderConfig;
import io.musemeter.generator.provider.ProviderWriter;
import io.musemeter.generator.provider.StubProvider;
import io.musemeter.generator.provider.StubProvider.Answer;
import io.musemeter.generator.provider.StubProvider.Manner;
import io.musemeter.generator.publish.StoryLog;
import io.musemeter.generator.support.KafkaResource;
import io.musemeter.generator.support.TopicView;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep of a provider that fails: what is asked and fails is data, what is not asked is asked later. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
class ProviderSweepTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    @Inject
    StoryLog log;

    @Inject
    SweepRunner runner;

    private final StubProvider stub = new StubProvider();
    private Thread thread = new Thread();

    @ConfigMapping(prefix = "p")
    interface Mapped extends ProviderConfig {}

    @AfterEach
    void stop() throws InterruptedException {
        thread.interrupt();
        thread.join();
        stub.close();
        runner.sweeps().clear();
    }

    /** Begins a sweep that /api/sweeps shows; its stories carry the model's name as their environment. */
    private Sweep begin(String model, Clock clock, long blocks, double[] temperatures, Map<String, String> settings) {
        SmallRyeConfigBuilder config = new SmallRyeConfigBuilder()
                .withMapping(Mapped.class)
                .withDefaultValue("p.base-url", stub.baseUrl().toString())
                .withDefaultValue("p.model", model)
                .withDefaultValue("p.timeout", "PT20S")
                .withDefaultValue("p.backoff", "PT0.01S")
                .withDefaultValue("p.retries", "0")
                .withConverter(Duration.class, 200, Duration::parse);
        settings.forEach((name, value) -> config.withDefaultValue("p." + name, value));
        ProviderWriter writer = new ProviderWriter(
                config.build().getConfigMapping(Mapped.class), 64 << 10, clock, folder.resolve("budget.json"));
        SweepDesign design = new SweepDesign(
                writer.model(),
                new PromptIdentity("p", "1"),
                writer.settings(),
                DoubleStream.of(temperatures).mapToObj(Temperature::of).toList(),
                1);
        Sweep sweep = new Sweep(
                model,
                design,
                "Write a story.",
                new Pace(Long.MAX_VALUE, Duration.ZERO, OptionalLong.of(blocks * temperatures.length)),
                writer,
                log,
                new SweepProgressFile(folder, design),
                new Pause(folder, design),
                clock);
        runner.sweeps().add(sweep);
        thread = new Thread(sweep);
        thread.start();
        return sweep;
    }

    private static String temperature(String request) {
        return request.replaceAll("(?s).*\"temperature\"\\s*:\\s*([0-9.]+).*", "$1");
    }

    /** Answers each temperature with its own answers in order. */
    private static Function<String, Answer> byTemperature(Map<String, Queue<Answer>> answers) {
        return request -> answers.get(temperature(request)).remove();
    }

    private static Queue<Answer> inOrder(Answer... answers) {
        return new ArrayDeque<>(List.of(answers));
    }

    /** Counts of outcomes by temperature, as the topic has them. */
    private static Map<String, Map<String, Long>> inTopic(String environment) {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        TopicView.values(Topic.STORIES, Story.class).stream()
                .filter(story -> story.environment().equals(environment))
                .forEach(story -> counts.computeIfAbsent(
                                story.sampler().temperature().toString(), t -> new TreeMap<>())
                        .merge(name(story.outcome()), 1L, Long::sum));
        return counts;
    }

    private static String name(StoryOutcome outcome) {
        return outcome instanceof StoryOutcome.NotWritten notWritten
                ? notWritten.reason().name().toLowerCase(Locale.ROOT)
                : "written";
    }

    /** The same, as /api/sweeps shows them. */
    private static Map<String, Map<String, Long>> shown() {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        List<Map<String, Object>> outcomes =
                given().get("/api/sweeps").jsonPath().getList("[0].outcomes");
        for (Map<String, Object> at : outcomes) {
            Map<String, Long> reasons = new TreeMap<>();
            ((Map<?, ?>) at.get("notWritten"))
                    .forEach((reason, n) -> reasons.put(reason.toString(), ((Number) n).longValue()));
            long written = ((Number) at.get("written")).longValue();
            if (written > 0) {
                reasons.put("written", written);
            }
            counts.put(
                    Temperature.of(((Number) at.get("temperature")).doubleValue())
                            .toString(),
                    reasons);
        }
        return counts;
    }

    @Test
    void everyFailureIsCountedAtItsTemperatureAndNowhereElse() {
        stub.answeringBy(byTemperature(Map.of(
                "0.0", inOrder(Answer.written("An exemplar.")),
                "0.5",
                        inOrder(
                                Answer.written("One."),
                                Answer.written("Two."),
                                Answer.written("3."),
                                Answer.written("4.")),
                "1.0",
                        inOrder(
                                Answer.refused(429, "slow down"),
                                Answer.written("One."),
                                Answer.written(""),
                                Answer.refused(404, "no such model")),
                "1.5",
                        inOrder(
                                Answer.ok("no JSON"),
                                Answer.refused(500, "broken"),
                                Answer.written("One.").arriving(Manner.CUT),
                                Answer.refused(400, "content_filter")),
                "2.0", inOrder(Answer.refused(400, "the temperature is too high")))));

        Sweep sweep = begin("counted", Clock.systemUTC(), 4, new double[] {0.5, 1, 1.5, 2}, Map.of());
        await().atMost(Duration.ofMinutes(1)).until(sweep::ended);

        Map<String, Map<String, Long>> expected = Map.of(
                Temperature.of(0.5).toString(), Map.of("written", 4L),
                Temperature.of(1).toString(),
                        Map.of("rate_limited", 1L, "written", 1L, "empty_answer", 1L, "model_unknown", 1L),
                Temperature.of(1.5).toString(),
                        Map.of("malformed_answer", 1L, "provider_error", 2L, "content_filter", 1L),
                Temperature.of(2).toString(), Map.of("temperature_refused", 4L));
        assertThat(inTopic("counted")).isEqualTo(expected);
        assertThat(shown()).isEqualTo(expected);
        assertThat(stub.requests()).hasSize(1 + 4 + 4 + 4 + 1);
    }

    @Test
    void anOutageHoldsTheSweepUpAndUsesNoneOfItsPlaces() {
        Answer broken = Answer.refused(503, "broken");
        stub.answering(Answer.written("An exemplar."), broken, broken, broken, broken, Answer.written("Once."));

        Sweep sweep = begin(
                "outage",
                Clock.systemUTC(),
                2,
                new double[] {0.5, 1},
                Map.of("retries", "5", "breaker-threshold", "2", "breaker-delay", "PT0.1S"));
        await().atMost(Duration.ofMinutes(1)).until(sweep::ended);

        assertThat(inTopic("outage"))
                .isEqualTo(Map.of(
                        Temperature.of(0.5).toString(), Map.of("written", 2L),
                        Temperature.of(1).toString(), Map.of("written", 2L)));
        assertThat(stub.requests()).hasSize(1 + 4 + 4);
    }

    @Test
    void aRequestAtWhichTheProviderAlwaysFailsEndsAfterItsTries() {
        stub.answeringBy(request ->
                temperature(request).equals("0.0") ? Answer.written("An exemplar.") : Answer.refused(503, "broken"));

        begin(
                "poison",
                Clock.systemUTC(),
                1,
                new double[] {0.5},
                Map.of("retries", "2", "breaker-threshold", "1", "breaker-delay", "PT0.1S"));
        await().atMost(Duration.ofMinutes(1)).until(() -> inTopic("poison").size() == 1);

        assertThat(inTopic("poison")).isEqualTo(Map.of(Temperature.of(0.5).toString(), Map.of("provider_error", 1L)));
        assertThat(stub.requests()).hasSize(1 + 3);
    }

    @Test
    void aSpentBudgetHoldsTheSweepUntilTheNextDay() {
        begin("spent", NOON, 1, new double[] {0.5}, Map.of("calls-per-day", "1"));

        assertHeld("budget_exhausted", "2026-01-02T00:00:00Z");
        assertThat(inTopic("spent")).isEmpty();
        assertThat(stub.requests()).hasSize(1);
    }

    @Test
    void aProviderThatAsksToBeLeftAloneIs() {
        stub.answering(
                Answer.written("An exemplar."), Answer.refused(429, "later").with("Retry-After", "3600"));

        begin("asked", NOON, 1, new double[] {0.5}, Map.of());

        assertHeld("asked_to_wait", "2026-01-01T13:00:00Z");
        assertThat(inTopic("asked")).isEmpty();
        assertThat(stub.requests()).hasSize(2);
    }

    @Test
    void aSweepThatGetsNoExemplarSaysWhy() {
        stub.answering(Answer.refused(404, "The model does not exist"));

        begin("absent", NOON, 1, new double[] {0.5}, Map.of());

        assertHeld("no exemplar: model_unknown", "2026-01-01T12:00:05Z");
        assertThat(inTopic("absent")).isEmpty();
    }

    @Test
    void aModelThatIsTakenAwayIsNotAskedForTheWholeDesign() {
        stub.answering(Answer.written("An exemplar."), Answer.refused(404, "The model does not exist"));

        begin("taken", NOON, 10, new double[] {0.5}, Map.of("breaker-threshold", "2"));

        assertHeld("circuit_open", "2026-01-01T12:00:30Z");
        assertThat(inTopic("taken")).isEqualTo(Map.of(Temperature.of(0.5).toString(), Map.of("model_unknown", 2L)));
    }

    private static void assertHeld(String reason, String until) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(given().get("/api/sweeps").jsonPath().getString("[0].heldFor"))
                                .isEqualTo(reason));
        assertThat(given().get("/api/sweeps").jsonPath().getString("[0].heldUntil"))
                .isEqualTo(until);
    }
}
