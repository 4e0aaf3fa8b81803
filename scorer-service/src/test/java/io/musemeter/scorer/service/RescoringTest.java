package io.musemeter.scorer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.musemeter.events.EventJson;
import io.musemeter.events.Score;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import io.musemeter.events.correlation.StoryCount;
import io.musemeter.events.correlation.StoryGroup;
import io.musemeter.events.topics.Topic;
import io.musemeter.kafka.testing.TestKafka;
import io.musemeter.scorer.TestStories;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Scoring the log again, on a real broker. */
class RescoringTest {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int METRICS = 9;

    private static TestKafka broker;
    private static Topics topics;

    private final List<ScorerService> running = new ArrayList<>();
    /** A re-scoring of its own for each test. */
    private final String name = UUID.randomUUID().toString().substring(0, 8);

    private final Source again = new Source.Replay(name + ".sweep");

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

    @AfterEach
    void stopServices() {
        running.forEach(ScorerService::close);
    }

    @Test
    void oldAndNewScoresStandSideBySideAsSeriesOfTheirOwn() {
        topics.write(TestStories.written(name + "a", "A fox."));
        start("group-prefix", "first-" + name);
        await().atMost(LONGEST).until(() -> topics.scores(name).size() == METRICS);

        start("rescore", name);

        await().atMost(LONGEST).until(() -> topics.scores(name).size() == 2 * METRICS);
        assertThat(topics.scores(name))
                .extracting(score -> score.series().source())
                .containsOnly(new Source.Sweep(), again);
        assertThat(topics.scores(name))
                .extracting(score -> score.series().seriesId())
                .doesNotHaveDuplicates();
    }

    @Test
    void aStoryThatStandsInTheLogTwiceIsExpectedOnce() {
        topics.write(TestStories.written(name + "a", "A fox."));
        topics.write(TestStories.written(name + "a", "A fox."));
        topics.write(TestStories.timedOut(name + "b"));

        start("rescore", name);

        await().atMost(LONGEST).until(() -> stories(name) == 2);
        assertThat(counted()).isEqualTo(storiesInTheLog());
    }

    @Test
    void startedAgainItGoesOnToTheSameEndAndDoublesNothing() {
        topics.write(TestStories.written(name + "a", "A fox."));
        ScorerService first = start("rescore", name);
        await().atMost(LONGEST).until(() -> stories(name) == 1);
        first.close();
        long expected = counted();
        topics.write(TestStories.written(name + "late", "A fox that came after the first start."));
        topics.write(TestStories.written("end-" + name, "A fox."));
        ScorerService other = start("group-prefix", "other-" + name);
        await().atMost(LONGEST).until(() -> topics.scores("end-" + name).size() == METRICS);
        other.close();

        start("rescore", name);

        await().atMost(LONGEST).until(() -> hasReadAll("musemeter-scorer-lexical-rescore-" + name));
        assertThat(scoredAgain(name + "late")).isEmpty();
        assertThat(scoredAgain(name)).extracting(Score::scoreId).doesNotHaveDuplicates();
        assertThat(counted()).isEqualTo(expected);
    }

    @Test
    void instancesStartedAtOnceHoldOneEndWhicheverEachProposes() throws Exception {
        RescoreEnds ends = new RescoreEnds(topics.kafka(), "ends-" + name);
        CyclicBarrier together = new CyclicBarrier(4);
        ExecutorService instances = Executors.newFixedThreadPool(together.getParties());
        try {
            List<Future<Map<TopicPartition, Long>>> held = LongStream.range(0, together.getParties())
                    .mapToObj(proposal -> instances.submit(() -> {
                        together.await();
                        return ends.agree(partitions().collect(Collectors.toMap(Function.identity(), p -> proposal)));
                    }))
                    .toList();

            Set<Map<TopicPartition, Long>> different = new HashSet<>();
            for (Future<Map<TopicPartition, Long>> each : held) {
                different.add(each.get(LONGEST.toSeconds(), TimeUnit.SECONDS));
            }
            assertThat(different).hasSize(1);
            assertThat(ends.agree(partitions().collect(Collectors.toMap(Function.identity(), p -> 1_000L))))
                    .isEqualTo(different.iterator().next());
        } finally {
            instances.shutdownNow();
        }
    }

    @Test
    void aStartThatDiedBeforeItHadCountedIsMadeUpForByTheNext() {
        topics.write(TestStories.written(name + "a", "A fox."));
        String group = "musemeter-scorer-scope-rescore-" + name;
        try (Consumer<byte[], byte[]> reader = topics.kafka().loner()) {
            new RescoreEnds(topics.kafka(), group)
                    .agree(reader.endOffsets(partitions().toList()));
        }
        topics.write(TestStories.written(name + "late", "A fox that came after the first start."));

        start("rescore", name);

        await().atMost(LONGEST).until(() -> stories(name) == 1);
        assertThat(counted()).isEqualTo(storiesInTheLog() - 1);
        assertThat(new RescoreEnds(topics.kafka(), group).counted()).isTrue();
    }

    private static Stream<TopicPartition> partitions() {
        try (Consumer<byte[], byte[]> reader = topics.kafka().loner()) {
            return RescoreEnds.partitions(reader).stream();
        }
    }

    private ScorerService start(String... settings) {
        List<String> all = new ArrayList<>(List.of("families", "lexical"));
        all.addAll(List.of(settings));
        String[] given = all.toArray(String[]::new);
        ScorerService service = new ScorerService(
                TestConfig.with(given), TestConfig.judge(given), topics.kafka(), new SimpleMeterRegistry());
        running.add(service);
        service.start();
        return service;
    }

    private static boolean hasReadAll(String group) {
        try (Consumer<byte[], byte[]> reader = topics.kafka().member(group, 1)) {
            Set<TopicPartition> partitions = reader.partitionsFor(Topic.STORIES.topicName()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .collect(Collectors.toSet());
            Map<TopicPartition, OffsetAndMetadata> read = reader.committed(partitions);
            return reader.endOffsets(partitions).entrySet().stream()
                    .filter(end -> end.getValue() > 0)
                    .allMatch(end -> read.get(end.getKey()) != null
                            && read.get(end.getKey()).offset() == end.getValue());
        }
    }

    private List<Score> scoredAgain(String storyIds) {
        return topics.scores(storyIds).stream()
                .filter(score -> score.series().source().equals(again))
                .toList();
    }

    /** Stories of such an id that were scored again by every metric. */
    private long stories(String storyIds) {
        return scoredAgain(storyIds).stream().map(Score::scoreId).distinct().count() / METRICS;
    }

    /** Stories of the re-scoring's source that are expected, by the latest count of each key. */
    private long counted() {
        return topics.all(Topic.STORY_COUNTS).stream()
                .map(message -> EventJson.read(message.value(), StoryCount.class))
                .filter(count -> count.group().source().equals(again))
                .collect(Collectors.toMap(StoryCount::key, StoryCount::stories, (earlier, later) -> later))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static long storiesInTheLog() {
        return topics.all(Topic.STORIES).stream()
                .map(message -> EventJson.read(message.value(), Story.class))
                .map(story -> StoryGroup.of(story) + story.storyId())
                .distinct()
                .count();
    }
}
