package io.musemeter.scorer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.musemeter.events.CloudEventHeaders;
import io.musemeter.events.EventJson;
import io.musemeter.events.Exemplar;
import io.musemeter.events.Score;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import io.musemeter.events.embedding.StoryEmbedding;
import io.musemeter.events.topics.Topic;
import io.musemeter.kafka.testing.TestKafka;
import io.musemeter.scorer.TestStories;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scorers of one process on a real broker. */
class ScorerServiceTest {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int LEXICAL_METRICS = 9;
    private static final int SEMANTIC_METRICS = 8;

    private static TestKafka broker;
    private static Topics topics;

    private final List<ScorerService> running = new ArrayList<>();
    private String id = "";

    @BeforeAll
    static void startBroker() {
        broker = TestKafka.start();
        topics = new Topics(broker.bootstrapServers());
    }

    @AfterAll
    static void stopBroker() {
        topics.close();
        broker.close();
    }

    @BeforeEach
    void chooseIds() {
        id = UUID.randomUUID() + "-";
    }

    @AfterEach
    void stopServices() {
        running.forEach(ScorerService::close);
    }

    @Test
    void isAliveAtEveryMomentOfItsStart() throws Exception {
        String[] settings = {"families", "lexical", "consumers.lexical", "8", "group-prefix", id};
        ScorerService service = new ScorerService(
                TestConfig.with(settings), TestConfig.judge(settings), topics.kafka(), new SimpleMeterRegistry());
        running.add(service);
        AtomicBoolean starting = new AtomicBoolean(true);
        FutureTask<Boolean> probe = new FutureTask<>(() -> {
            boolean alive = true;
            while (starting.get()) {
                alive &= service.alive();
            }
            return alive;
        });

        new Thread(probe, "probe").start();
        service.start();
        await().atMost(LONGEST).until(service::ready);
        starting.set(false);

        assertThat(probe.get()).isTrue();
    }

    @Test
    void everyStoryGivesOneScoreAMetric() {
        topics.write(TestStories.written(id + "a", "Once upon a time there was a fox."));
        topics.write(TestStories.timedOut(id + "b"));

        start("families", "lexical");

        awaitScores(2 * LEXICAL_METRICS);
        assertThat(topics.scores(id + "a"))
                .extracting(score -> score.series().metric())
                .hasSize(LEXICAL_METRICS)
                .doesNotHaveDuplicates();
        assertThat(topics.scores(id + "b"))
                .extracting(Score::outcome)
                .containsOnly(new ScoreOutcome.Unscorable(UnscorableReason.NOT_WRITTEN));
    }

    @Test
    void aScoreIsKeyedByItsSeriesAndCarriesCloudEventHeaders() {
        topics.write(TestStories.written(id + "a", "A fox."));

        start("families", "lexical");

        awaitScores(LEXICAL_METRICS);
        for (ConsumerRecord<byte[], byte[]> message : topics.all(Topic.SCORES)) {
            Score score = EventJson.read(message.value(), Score.class);
            assertThat(new String(message.key(), StandardCharsets.UTF_8))
                    .isEqualTo(score.series().seriesId());
            assertThat(headers(message))
                    .containsAllEntriesOf(
                            CloudEventHeaders.of(score.scoreId(), "scorer", "score", score.eventTime(), null, null));
        }
    }

    @Test
    void aRecordThatIsNoStoryIsRejectedAndTheRestGoesOn() {
        byte[] poison = "{\"storyId\": 1, ".getBytes(StandardCharsets.UTF_8);
        long offset = topics.write(Topic.STORIES, id + "key", poison);
        topics.write(Topic.STORIES, id + "key", null);
        // The same key: behind the poison in the same partition.
        topics.write(Topic.STORIES, id + "key", EventJson.write(TestStories.written(id + "after", "A fox.")));

        MeterRegistry registry = start("families", "lexical");

        awaitScores(LEXICAL_METRICS);
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(topics.rejected().values()).anySatisfy(rejected -> {
                    assertThat(rejected.origin().offset()).isEqualTo(offset);
                    assertThat(rejected.problem()).isNotBlank();
                    assertThat(rejected.receivedBase64())
                            .isEqualTo(Base64.getEncoder().encodeToString(poison));
                }));
        assertThat(registry.get("musemeter.scorer.stories")
                        .tags("family", "lexical", "fate", "rejected")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void aStoryAheadOfItsExemplarIsScoredWhenTheExemplarArrives() {
        Exemplar exemplar = Exemplar.of(id + " a fox ran", Exemplar.Origin.CONFIGURED, Instant.now());
        topics.write(TestStories.written(id + "early", exemplar.text(), exemplar.exemplarHash()));
        ScorerService service = startService("families", "lexical", "exemplar-wait", "60s");
        await().atMost(LONGEST).until(service::ready);

        topics.write(exemplar);

        awaitScores(LEXICAL_METRICS);
        assertThat(outcome(id + "early", "edit_distance")).isEqualTo(new ScoreOutcome.Scored(0));
    }

    @Test
    void aStoryWhoseExemplarNeverComesIsUnscorableInWhatComparesAndOnlyThere() {
        topics.write(TestStories.written(id + "a", "A fox ran to a hill.", "no-such-exemplar"));

        start("families", "lexical", "exemplar-wait", "1s");

        awaitScores(LEXICAL_METRICS);
        assertThat(outcome(id + "a", "edit_distance"))
                .isEqualTo(new ScoreOutcome.Unscorable(UnscorableReason.EXEMPLAR_MISSING));
        assertThat(outcome(id + "a", "distinct_1")).isInstanceOf(ScoreOutcome.Scored.class);
    }

    @Test
    void aSecondStartGoesOnWhereTheFirstStopped() {
        topics.write(TestStories.written(id + "before", "A fox."));
        ScorerService first = startService("families", "lexical", "group-prefix", id);
        awaitScores(LEXICAL_METRICS);
        first.close();
        topics.write(TestStories.written(id + "after", "Another fox."));

        startService("families", "lexical", "group-prefix", id);

        awaitScores(2 * LEXICAL_METRICS);
        assertThat(topics.scores(id)).extracting(Score::scoreId).doesNotHaveDuplicates();
    }

    @Test
    void everyWrittenStoryHasItsEmbeddingBesideItsScores() {
        topics.write(TestStories.written(id + "a", "A fox ran. It ran far."));
        topics.write(TestStories.timedOut(id + "b"));

        start("families", "semantic");

        awaitScores(2 * SEMANTIC_METRICS);
        assertThat(topics.all(Topic.EMBEDDINGS))
                .filteredOn(message -> new String(message.key(), StandardCharsets.UTF_8).startsWith(id))
                .singleElement()
                .satisfies(message -> {
                    StoryEmbedding embedding = StoryEmbedding.read(message.key(), rawHeaders(message), message.value());
                    assertThat(embedding.storyId()).isEqualTo(id + "a");
                    assertThat(embedding.vector().dimensions()).isEqualTo(384);
                });
    }

    @Test
    void familiesReadInGroupsOfTheirOwn() {
        topics.write(TestStories.written(id + "a", "A fox ran. It ran far."));

        MeterRegistry registry = start("families", "lexical,cohesion");

        awaitScores(LEXICAL_METRICS + 3);
        assertThat(registry.get("musemeter.scorer.scoring")
                        .tag("family", "cohesion")
                        .timer()
                        .count())
                .isPositive();
    }

    @Test
    void threeInstancesShareABacklogAndLoseAndDoubleNothing() {
        int stories = 600;
        IntStream.range(0, stories)
                .forEach(n -> topics.write(TestStories.written(id + n, "A fox ran to hill number " + n + ".")));
        List<MeterRegistry> registries = new ArrayList<>();

        for (int instance = 0; instance < 3; instance++) {
            registries.add(start("families", "lexical", "group-prefix", id, "batch", "10"));
        }

        awaitScores(stories * LEXICAL_METRICS);
        await().atMost(LONGEST)
                .untilAsserted(() -> assertThat(registries.stream()
                                .mapToDouble(ScorerServiceTest::lag)
                                .sum())
                        .isZero());
        List<Score> scores = topics.scores(id);
        assertThat(scores).extracting(Score::scoreId).doesNotHaveDuplicates();
        assertThat(scores).hasSize(stories * LEXICAL_METRICS);
        assertThat(scores.stream().collect(Collectors.groupingBy(Score::storyId, Collectors.counting())))
                .hasSize(stories)
                .allSatisfy((story, number) -> assertThat(number).isEqualTo(LEXICAL_METRICS));
    }

    private static double lag(MeterRegistry registry) {
        Gauge measured = registry.find("musemeter.scorer.lag").gauge();
        return measured == null ? Double.NaN : measured.value();
    }

    private ScoreOutcome outcome(String storyId, String metric) {
        return topics.scores(storyId).stream()
                .filter(score -> score.series().metric().equals(metric))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private void awaitScores(int least) {
        await().atMost(LONGEST).until(() -> topics.scores(id).size() >= least);
    }

    private MeterRegistry start(String... settings) {
        MeterRegistry registry = new SimpleMeterRegistry();
        start(registry, settings);
        return registry;
    }

    private ScorerService startService(String... settings) {
        return start(new SimpleMeterRegistry(), settings);
    }

    private ScorerService start(MeterRegistry registry, String... settings) {
        List<String> all = new ArrayList<>(List.of("group-prefix", "group-" + UUID.randomUUID()));
        all.addAll(List.of(settings));
        String[] given = all.toArray(String[]::new);
        ScorerService service =
                new ScorerService(TestConfig.with(given), TestConfig.judge(given), topics.kafka(), registry);
        running.add(service);
        service.start();
        return service;
    }

    private static Map<String, byte[]> rawHeaders(ConsumerRecord<byte[], byte[]> message) {
        Map<String, byte[]> headers = new HashMap<>();
        message.headers().forEach(header -> headers.put(header.key(), header.value()));
        return headers;
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> message) {
        Map<String, String> headers = new HashMap<>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
