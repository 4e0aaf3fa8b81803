package io.musemeter.aggregator.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.musemeter.events.Story;
import io.musemeter.kafka.testing.TestKafka;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two aggregators as they are delivered: each answers for all series, and one goes on for the other. */
class TwoAggregatorsIT {
    private static final int SERIES = 12;
    private static final int STORIES = 100;
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

    private static Map<String, Long> expected(List<Story> stories) {
        Map<String, Long> scored = new TreeMap<>();
        stories.forEach(story -> scored.merge(KillTest.score(story).series().seriesId(), 1L, Long::sum));
        return scored;
    }

    @Test
    void eachAnswersForAllSeriesAndNothingIsLostWhenOneIsKilled() throws Exception {
        List<Story> before = new ArrayList<>();
        List<Story> all = new ArrayList<>();
        for (int i = 0; i < SERIES; i++) {
            List<Story> ofOne = KillTest.stories("two-" + i, STORIES + 1);
            before.addAll(ofOne.subList(0, STORIES));
            all.addAll(ofOne);
        }
        List<Story> after = new ArrayList<>(all);
        after.removeAll(before);
        String servers = kafka.bootstrapServers();
        try (Traffic traffic = new Traffic(servers);
                AggregatorProcess first = AggregatorProcess.start(servers, folder.resolve("a"));
                AggregatorProcess second = AggregatorProcess.start(servers, folder.resolve("b"))) {
            await().atMost(PATIENCE).until(() -> first.ready() && second.ready() && TakeoverTest.bothCount(servers));
            KillTest.feed(traffic, before);
            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(first.scored()).isEqualTo(expected(before));
                assertThat(second.scored()).isEqualTo(expected(before));
            });

            first.kill();
            Instant since = Instant.now();
            KillTest.feed(traffic, after);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(second.scored()).isEqualTo(expected(all)));

            System.out.printf(
                    "the other aggregator answered again for all %d series %.1f s after the kill%n",
                    SERIES, Duration.between(since, Instant.now()).toMillis() / 1000.0);
            try (AggregatorProcess again = AggregatorProcess.start(servers, folder.resolve("a"))) {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(again.scored()).isEqualTo(expected(all)));
                assertThat(second.scored()).isEqualTo(expected(all));
            }
        }
    }
}
