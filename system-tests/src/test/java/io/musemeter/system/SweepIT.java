package io.musemeter.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.musemeter.events.topics.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** From nothing to live correlations, then through the death of every process: one system, in the order of its life. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SweepIT {
    private static final List<String> METRICS = List.of("reference_perplexity", "exemplar_similarity", "edit_distance");
    private static final int PER_TEMPERATURE = 30;
    private static final int TEMPERATURES = 7;
    /** The least bound there may be, and so the one to keep. */
    private static final long LEAST_DISK = 256L << 20;

    @TempDir
    static Path data;

    private static RunningSystem system;

    @BeforeAll
    static void aSystemThatSweeps() {
        system = RunningSystem.start(
                data,
                Map.of(
                        "MUSEMETER_DISK",
                        "256M",
                        "MUSEMETER_GENERATOR_SWEEP_MAX_PER_TEMPERATURE",
                        Integer.toString(PER_TEMPERATURE),
                        // Slow enough that the sweep goes on while one process after the other dies.
                        "MUSEMETER_GENERATOR_SWEEP_FAST_PER_TEMPERATURE",
                        "5",
                        "MUSEMETER_GENERATOR_SWEEP_STORIES_PER_SECOND",
                        "2"));
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    @Order(1)
    void everyProcessMayBeKilledAndNothingIsLostOrCountedTwice() throws IOException {
        for (String title : List.of("scorer", "generator", "aggregator", "broker")) {
            long stories = expected();
            await().atMost(Duration.ofMinutes(5))
                    .until(() -> expected() > stories || expected() == (long) PER_TEMPERATURE * TEMPERATURES);
            long killed = system.pid(title);

            system.kill(title);

            await().atMost(Duration.ofMinutes(3)).until(() -> system.pid(title) != killed);
        }

        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertEveryCellIsComplete(system.correlations("?source=sweep&window=all")));
    }

    private static void assertEveryCellIsComplete(List<JsonNode> series) {
        for (String metric : METRICS) {
            JsonNode one = Series.ofMetric(series, metric);
            assertThat(one.path("expected").asLong()).isEqualTo((long) PER_TEMPERATURE * TEMPERATURES);
            assertThat(one.path("pending").asLong()).isZero();
            assertThat(Series.addsUp(one)).isTrue();
            assertThat(one.path("cells")).hasSize(TEMPERATURES);
            for (JsonNode cell : one.path("cells")) {
                // Not n, which leaves the truncated stories out.
                long settled = Series.settled(cell);
                assertThat(settled).isEqualTo(PER_TEMPERATURE);
            }
        }
    }

    @Test
    @Order(2)
    void perplexityRisesAndSimilarityFallsWithTemperature() {
        List<JsonNode> series = system.correlations("?source=sweep&window=all");

        JsonNode perplexity = Series.ofMetric(series, "reference_perplexity").path("slope");
        JsonNode similarity = Series.ofMetric(series, "exemplar_similarity").path("slope");

        assertThat(perplexity.path("low").asDouble()).isPositive();
        assertThat(similarity.path("high").asDouble()).isNegative();
    }

    @Test
    @Order(3)
    void theJvmsStayWithinTheirMemory() throws IOException {
        long kilobytes = 0;
        for (String title : List.of("broker", "aggregator", "scorer", "generator")) {
            long resident = residentKilobytes(system.pid(title));
            System.out.printf("resident %-10s %d MB%n", title, resident >> 10);
            kilobytes += resident;
        }

        assertThat(kilobytes >> 10).as("resident MB of the four JVMs").isLessThan(1400);
    }

    @Test
    @Order(4)
    void storiesReachNoLog() throws IOException {
        try (Stream<Path> logs = Files.list(data.resolve("logs"))) {
            assertThat(logs)
                    .isNotEmpty()
                    .allSatisfy(log -> assertThat(Files.readString(log)).doesNotContain("Once upon a time"));
        }
    }

    @Test
    @Order(5)
    void aSecondUpGoesOnWhereTheFirstStoppedEvenWhenItsLauncherWasKilled() throws IOException {
        long stories = system.log().records(Topic.STORIES);
        system.kill("launcher");

        system.up(Map.of());

        await().atMost(Duration.ofMinutes(5))
                .untilAsserted(() -> assertEveryCellIsComplete(system.correlations("?source=sweep&window=all")));
        // The sweep had ended: one that began anew would have written its stories again.
        assertThat(system.log().records(Topic.STORIES)).isEqualTo(stories);
    }

    @Test
    @Order(6)
    void theDataFolderStaysWithinItsBound() {
        // Files come and go while they are counted.
        await().ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .untilAsserted(() -> assertThat(bytesOf(data)).isLessThan(LEAST_DISK));
    }

    private static long bytesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    @Test
    @Order(7)
    void downLeavesNothingRunning() throws IOException {
        List<ProcessHandle> processes = Stream.of("broker", "aggregator", "scorer", "generator", "launcher")
                .map(title -> {
                    try {
                        return ProcessHandle.of(system.pid(title)).orElseThrow();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();

        RunningSystem.CommandResult down = system.command("down");

        assertThat(down.status()).isZero();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(data.resolve("run.json")).doesNotExist();
    }

    private static long expected() {
        return system.correlations("?source=sweep&window=all").stream()
                .mapToLong(one -> one.path("expected").asLong())
                .max()
                .orElse(0);
    }

    private static long residentKilobytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }
}
