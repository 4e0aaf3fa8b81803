package io.musemeter.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./musemeter rescore}: the log once more, beside what was counted. */
class RescoreIT {
    private static final int STORIES = 24;
    private static final String OLD = "?source=replay:own&window=all";
    private static final String NEW = "?source=replay:second.replay.own&window=all";

    @TempDir
    static Path data;

    private static RunningSystem system;

    @BeforeAll
    static void aSystemThatScoredSomeStories() throws IOException {
        system = RunningSystem.start(data, Map.of("MUSEMETER_GENERATOR_SWEEP_ENABLED", "false"));
        List<String> lines = IntStream.range(0, STORIES)
                .mapToObj(n -> "{\"id\":\"s" + n + "\",\"model\":\"m\",\"promptId\":\"p\",\"temperature\":"
                        + (n % 3 + 1) + ",\"text\":\"A fox ran over hill " + n + ". It slept.\"}")
                .toList();
        Path file = Files.write(data.resolve("own.jsonl"), lines);
        assertThat(system.command("replay", file.toString()).status()).isZero();
        awaitAllScored(OLD);
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    void theLogScoredAgainStandsBesideTheOldScoresAndIsDoneOnce() {
        RunningSystem.CommandResult first = system.command("rescore", "second", "--families", "lexical");
        awaitAllScored(NEW);
        RunningSystem.CommandResult again = system.command("rescore", "second", "--families", "lexical");

        assertThat(first.output()).contains(STORIES + " stories scored again by lexical");
        assertThat(first.status()).isZero();
        assertThat(again.output()).contains("second is done already");
        assertThat(again.status()).isZero();
        assertThat(Series.ofMetric(system.correlations(OLD), "distinct_1")
                        .path("scored")
                        .asLong())
                .isEqualTo(STORIES);
    }

    private static void awaitAllScored(String query) {
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            JsonNode series = Series.ofMetric(system.correlations(query), "distinct_1");
            assertThat(series.path("scored").asLong()).isEqualTo(STORIES);
            assertThat(series.path("expected").asLong()).isEqualTo(STORIES);
            assertThat(series.path("pending").asLong()).isZero();
        });
    }
}
