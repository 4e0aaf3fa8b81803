package io.musemeter.aggregator.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.musemeter.aggregator.topology.Names;
import io.musemeter.events.Score;
import io.musemeter.events.Story;
import io.musemeter.events.correlation.Window;
import io.musemeter.kafka.testing.TestKafka;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances with a standby replica each: one is killed, the other goes on where it stopped. */
class TakeoverTest {
    private static final int SERIES = 12;
    private static final int STORIES = 200;
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
    void theOtherInstanceGoesOnWithoutLosingAScore() throws Exception {
        List<Story> before = new ArrayList<>();
        List<Story> after = new ArrayList<>();
        List<String> seriesIds = new ArrayList<>();
        for (int i = 0; i < SERIES; i++) {
            List<Story> all = KillTest.stories("takeover-" + i, STORIES + 1);
            before.addAll(all.subList(0, STORIES));
            after.add(all.get(STORIES));
            Score score = KillTest.score(all.get(0));
            seriesIds.add(score.series().seriesId());
        }
        String servers = kafka.bootstrapServers();
        try (Traffic traffic = new Traffic(servers);
                WatchedView view = new WatchedView(servers);
                CountingProcess killed = CountingProcess.start(servers, Files.createDirectory(folder.resolve("a")), 1);
                CountingProcess other = CountingProcess.start(servers, Files.createDirectory(folder.resolve("b")), 1)) {
            await().atMost(PATIENCE).until(() -> bothCount(servers));
            KillTest.feed(traffic, before);
            await().atMost(PATIENCE).until(() -> seriesIds.stream().allMatch(id -> view.scored(id) == STORIES));

            killed.kill();
            Instant since = Instant.now();
            KillTest.feed(traffic, after);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(seriesIds)
                            .allSatisfy(id -> assertThat(
                                            view.answer(id, Window.ALL).counts().scored())
                                    .isEqualTo(STORIES + 1)));

            System.out.printf(
                    "answered again for all %d series %.1f s after the kill%n",
                    SERIES, Duration.between(since, Instant.now()).toMillis() / 1000.0);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(seriesIds)
                            .allSatisfy(
                                    id -> assertThat(view.answer(id, Window.ALL).pending())
                                            .isZero()));
            assertThat(other.alive()).isTrue();
        }
    }

    static boolean bothCount(String servers) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            List<MemberDescription> members = List.copyOf(admin.describeConsumerGroups(List.of(Names.APPLICATION_ID))
                    .describedGroups()
                    .get(Names.APPLICATION_ID)
                    .get()
                    .members());
            return members.size() == 2
                    && members.stream()
                            .noneMatch(member ->
                                    member.assignment().topicPartitions().isEmpty());
        } catch (ExecutionException e) {
            return false;
        }
    }
}
