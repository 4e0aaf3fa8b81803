package io.musemeter.scorer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.musemeter.events.Score;
import io.musemeter.kafka.testing.TestKafka;
import io.musemeter.scorer.TestStories;
import io.musemeter.scorer.judge.StubProvider;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A family with one and then three instances under a backlog. The family is the judge, asking a provider that takes its time:
 * its rate is bound by waiting, so that it shows what instances add whatever the machine has to spare.
 */
@QuarkusTest
@QuarkusTestResource(BrokerForQuarkus.class)
class ScalingTest {
    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final Duration ANSWER = Duration.ofMillis(60);
    private static final int STORIES = 90;
    private static final int ALL_STORIES = 10 + STORIES + 60 + STORIES;

    private static TestKafka broker;
    private static Topics topics;
    private static StubProvider provider;

    private final List<ScorerService> running = new ArrayList<>();

    @BeforeAll
    static void startBroker() {
        broker = TestKafka.start();
        topics = new Topics(broker.bootstrapServers());
        provider = new StubProvider(
                StubProvider.after(ANSWER, StubProvider.content("{\"cohesion\": 4, \"coherence\": 2}")));
    }

    @AfterAll
    static void stopBroker() {
        provider.close();
        topics.close();
        broker.close();
    }

    @AfterEach
    void stopServices() {
        running.forEach(ScorerService::close);
    }

    @Test
    void threeInstancesDrainABacklogFasterThanOneLoseAndDoubleNothingAndDisturbNobody() throws Exception {
        MeterRegistry lexical = start("families", "lexical", "group-prefix", "others");
        MeterRegistry first = start(judge());
        backlog("warm-up-", 10);
        double one = storiesASecond("one-");
        Set<String> othersBefore = members("others-lexical");

        List<MeterRegistry> judges = new ArrayList<>(List.of(first, start(judge()), start(judge())));
        await().atMost(LONGEST).until(() -> members("judges-judge").size() == 3);
        backlog("settle-", 60);
        double three = storiesASecond("three-");

        System.out.printf(
                Locale.ROOT, "one instance %.1f stories/s, three %.1f: %.1f times as many%n", one, three, three / one);
        // Of the three times that could be; partitions are dealt out whole, and are not evenly filled.
        assertThat(three).isGreaterThan(1.5 * one);
        assertThat(judges)
                .allSatisfy(judge -> assertThat(scored(judge, "judge")).isPositive());
        assertThat(members("others-lexical")).isEqualTo(othersBefore);
        assertNothingLostOrDoubled("judged_cohesion");
        await().atMost(LONGEST).untilAsserted(() -> assertNothingLostOrDoubled("distinct_1"));
        assertThat(scored(lexical, "lexical")).isEqualTo(ALL_STORIES);
    }

    /** Adds a backlog and has it drained. */
    private static double storiesASecond(String ids) {
        long start = System.nanoTime();
        backlog(ids, STORIES);
        return STORIES / ((System.nanoTime() - start) / 1e9);
    }

    private static void backlog(String ids, int stories) {
        IntStream.range(0, stories)
                .forEach(n -> topics.write(TestStories.written(ids + n, "A fox ran to hill number " + n + ".")));
        await().pollInterval(Duration.ofMillis(50))
                .atMost(LONGEST)
                .until(() -> scores(ids, "judged_cohesion").size() >= stories);
    }

    private static void assertNothingLostOrDoubled(String metric) {
        List<Score> scores = scores("", metric);
        assertThat(scores).hasSize(ALL_STORIES);
        assertThat(scores).extracting(Score::scoreId).doesNotHaveDuplicates();
    }

    private static List<Score> scores(String ids, String metric) {
        return topics.scores(ids).stream()
                .filter(score -> score.series().metric().equals(metric))
                .toList();
    }

    private static double scored(MeterRegistry registry, String family) {
        return registry.get("musemeter.scorer.stories")
                .tags("family", family, "fate", "scored")
                .counter()
                .count();
    }

    /** The members of a group that have partitions, by the id that each keeps for as long as it is in the group. */
    private static Set<String> members(String group) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) broker.bootstrapServers()))) {
            return admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .map(MemberDescription::consumerId)
                    .collect(Collectors.toSet());
        }
    }

    private static String[] judge() {
        return new String[] {
            "families", "judge",
            "group-prefix", "judges",
            "judge.base-url", provider.baseUrl(),
            "judge.model", "stub",
            "judge.calls-per-day", "100000",
            "judge.tokens-per-day", "1000000000",
            "judge.canary-interval", "0s",
            "batch", "5"
        };
    }

    private MeterRegistry start(String... settings) {
        MeterRegistry registry = new SimpleMeterRegistry();
        ScorerService service =
                new ScorerService(TestConfig.with(settings), TestConfig.judge(settings), topics.kafka(), registry);
        running.add(service);
        service.start();
        return registry;
    }
}
