package io.musemeter.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

/** The default sweep from nothing to live correlations, through the death of every process, in the order of its life. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SweepIT {
    private static final List<String> METRICS = List.of("reference_perplexity", "exemplar_similarity", "edit_distance");
    private static final List<String> CHILDREN = List.of("scorer", "generator", "aggregator", "broker");
    private static final int TEMPERATURES = 7;
    private static final long FULL_SPEED = 50 * TEMPERATURES;
    /** The least bound there may be, and so the one to keep. */
    private static final long LEAST_DISK = 256L << 20;

    @TempDir
    static Path data;

    private static RunningSystem system;
    private static FolderSize size;

    @BeforeAll
    static void aSystemThatSweeps() {
        size = FolderSize.watch(data);
        system = RunningSystem.start(data, Map.of("MUSEMETER_DISK", "256M"));
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
        size.close();
    }

    @Test
    @Order(1)
    void everyProcessMayBeKilledDuringTheSweepAndNothingIsLostOrCountedTwice() throws IOException {
        for (String title : CHILDREN) {
            awaitStoriesBeyond(expected());
            long killed = system.pid(title);

            system.kill(title);

            await().atMost(Duration.ofMinutes(3)).until(() -> system.pid(title) != killed);
        }
        awaitStoriesBeyond(expected());
        system.kill("launcher");
        system.up(Map.of());
        awaitStoriesBeyond(expected());

        await().atMost(Duration.ofMinutes(8)).until(() -> written() >= FULL_SPEED);
        pause(true);

        awaitRest();
    }

    @Test
    @Order(2)
    void everyTemperatureHasItsStories() {
        List<JsonNode> series = system.correlations("?source=sweep&window=all");

        for (String metric : METRICS) {
            Map<Double, Long> n = Series.nByTemperature(Series.ofMetric(series, metric));
            assertThat(n)
                    .as(metric)
                    .hasSize(TEMPERATURES)
                    .allSatisfy((temperature, count) -> assertThat(count).isGreaterThanOrEqualTo(20));
            assertThat(n.values().stream().mapToLong(Long::longValue).sum()).isGreaterThanOrEqualTo(140);
        }
    }

    @Test
    @Order(3)
    void perplexityRisesAndSimilarityFallsWithTemperatureWithoutTheColdArm() {
        List<JsonNode> series = system.correlations("?source=sweep&window=all");

        JsonNode perplexity = Series.ofMetric(series, "reference_perplexity");
        JsonNode similarity = Series.ofMetric(series, "exemplar_similarity");

        for (JsonNode one : List.of(perplexity, similarity)) {
            assertThat(one.path("scope").path("text").asText()).contains("T >= 0.334");
            assertThat(one.path("scope").path("leftOut"))
                    .singleElement()
                    .satisfies(temperature -> assertThat(temperature.asDouble()).isEqualTo(0.001));
            assertThat(one.path("n").asLong()).isGreaterThanOrEqualTo(120);
        }
        assertThat(perplexity.path("slope").path("low").asDouble()).isPositive();
        assertThat(similarity.path("slope").path("high").asDouble()).isNegative();
    }

    @Test
    @Order(4)
    void theJvmsStayWithinTheirMemory() throws IOException {
        long kilobytes = 0;
        for (String title : CHILDREN) {
            long resident = residentKilobytes(system.pid(title));
            System.out.printf("resident %-10s %d MB%n", title, resident >> 10);
            kilobytes += resident;
        }

        assertThat(kilobytes >> 10).as("resident MB of the four JVMs").isLessThan(1400);
    }

    @Test
    @Order(5)
    void storiesReachNoLog() throws IOException {
        try (Stream<Path> logs = Files.list(data.resolve("logs"))) {
            assertThat(logs)
                    .isNotEmpty()
                    .allSatisfy(log -> assertThat(Files.readString(log)).doesNotContain("Once upon a time"));
        }
    }

    @Test
    @Order(6)
    void aSecondSystemIsRefusedOnTheSameFolderAndOnATakenPort(@TempDir Path other) {
        RunningSystem.CommandResult sameFolder = system.command("up");
        RunningSystem.CommandResult samePorts = system.command(Map.of("MUSEMETER_DATA", other.toString()), "up");

        assertThat(sameFolder.status()).isEqualTo(1);
        assertThat(sameFolder.output()).contains("already", "./musemeter down");
        assertThat(samePorts.status()).isEqualTo(1);
        assertThat(samePorts.output()).contains("is in use by another program", "Choose another with MUSEMETER_");
        assertThat(other.resolve("run.json")).doesNotExist();
    }

    @Test
    @Order(7)
    void statusAndDoctorSayWhatRuns() {
        RunningSystem.CommandResult status = system.command("status");
        RunningSystem.CommandResult doctor = system.command("doctor");

        assertThat(status.status()).isZero();
        assertThat(status.output()).contains("reference_perplexity", "T >= 0.334");
        assertThat(doctor.output()).contains("used by the running system", "held by the running system");
    }

    @Test
    @Order(8)
    void aBadLineIsNamedTheRestIsTakenAndTheNextReplayGoesOnBehindThem() throws IOException {
        String good = "{\"id\":\"%s\",\"model\":\"m\",\"prompt\":\"p\",\"temperature\":0.5,\"text\":\"A fox ran.\"}";
        Path file = data.resolve("three.jsonl");
        Files.write(file, List.of(good.formatted("a"), good.formatted("b").replace("0.5", "9"), good.formatted("c")));

        RunningSystem.CommandResult first = system.command("replay", file.toString(), "--rate", "100");
        RunningSystem.CommandResult second = system.command("replay", file.toString());

        assertThat(first.status()).isEqualTo(1);
        assertThat(first.output())
                .contains(
                        "line 2: temperature must lie in [0, 5]",
                        "2 stories of replay:three accepted, 1 lines rejected");
        assertThat(second.status()).isZero();
        assertThat(second.output()).contains("Going on at line 4", "0 stories of replay:three accepted");
    }

    @Test
    @Order(9)
    void downLeavesNothingRunningAndASecondUpGoesOn() throws IOException {
        List<ProcessHandle> processes = processes();
        long written = written();

        RunningSystem.CommandResult down = system.command("down");

        assertThat(down.status()).isZero();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(data.resolve("run.json")).doesNotExist();

        system.up(Map.of());

        assertThat(written()).isEqualTo(written);
        pause(false);
        await().atMost(Duration.ofMinutes(2)).until(() -> written() > written);
        pause(true);
        // One that began anew would have written stories of before, which count once.
        awaitRest();
    }

    @Test
    @Order(10)
    void theDataFolderStayedWithinItsBound() {
        assertThat(size.looks()).isGreaterThan(20);
        assertThat(size.largest()).isLessThan(LEAST_DISK);
    }

    @Test
    @Order(11)
    void controlCStopsEverythingInOrder() throws Exception {
        List<ProcessHandle> processes = processes();

        int status = system.interrupt();

        assertThat(status).isIn(0, 130);
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(data.resolve("run.json")).doesNotExist();
        assertThat(data.resolve("launcher.log")).content().doesNotContain("stopped; starting it again");
    }

    private static List<ProcessHandle> processes() throws IOException {
        List<ProcessHandle> processes = new ArrayList<>();
        for (String title : CHILDREN) {
            processes.add(ProcessHandle.of(system.pid(title)).orElseThrow());
        }
        processes.add(ProcessHandle.of(system.pid("launcher")).orElseThrow());
        return processes;
    }

    private static void awaitStoriesBeyond(long stories) {
        await().atMost(Duration.ofMinutes(5)).until(() -> expected() > stories);
    }

    private static void awaitRest() {
        await().atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(
                        () -> assertEveryCellIsComplete(system.correlations("?source=sweep&window=all"), written()));
    }

    private static void assertEveryCellIsComplete(List<JsonNode> series, long written) {
        for (String metric : METRICS) {
            JsonNode one = Series.ofMetric(series, metric);
            assertThat(one.path("expected").asLong()).isEqualTo(written);
            assertThat(one.path("pending").asLong()).isZero();
            assertThat(Series.addsUp(one)).isTrue();
            assertThat(one.path("cells")).hasSize(TEMPERATURES);
            for (JsonNode cell : one.path("cells")) {
                // Not n, which leaves the truncated stories out. A block holds every temperature once.
                assertThat(Series.settled(cell)).isBetween(written / TEMPERATURES, written / TEMPERATURES + 1);
            }
        }
    }

    private static void pause(boolean paused) {
        assertThat(system.put(system.generator("/api/sweeps"), "{\"paused\":" + paused + "}"))
                .isEqualTo(200);
    }

    /** Stories of the sweep that Kafka has acknowledged. */
    private static long written() {
        return system.json(system.generator("/api/sweeps"))
                .path(0)
                .path("acknowledged")
                .asLong();
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
