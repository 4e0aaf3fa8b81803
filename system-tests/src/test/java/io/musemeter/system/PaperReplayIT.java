package io.musemeter.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.musemeter.events.topics.Topic;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The 31 stories of the paper (Peeperkorn et al. 2024) through the whole system, against the paper and against SciPy. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PaperReplayIT {
    private static final Path PAPER = RunningSystem.ROOT.resolve("../shared/paper");
    private static final int STORIES = 31;
    private static final String AGGREGATOR = "musemeter-aggregator";
    private static final String PYTHON = "/usr/bin/python3";
    /** A user's own packages of another version would stand in for those that SciPy was built with. */
    private static final String ISOLATED = "-I";

    private static final String QUERY = "?source=replay:paper&window=all";

    /** Medians of the normalised edit distance in the paper's figure. */
    private static final Map<Double, Double> PAPER_MEDIANS =
            Map.of(0.334, .83, 0.667, .87, 1.0, .90, 1.334, .90, 1.667, .90, 2.0, .90);

    @TempDir
    static Path data;

    private static RunningSystem system;

    @BeforeAll
    static void aSystemThatReplayedThePaper() {
        assumeTrue(Files.exists(PAPER.resolve("stories.jsonl")), "the paper's stories are not at ../shared/paper");
        system = RunningSystem.start(data, Map.of("MUSEMETER_GENERATOR_SWEEP_ENABLED", "false"));
        replay();
        awaitRest();
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
    }

    @Test
    @Order(1)
    void theMedianEditDistancePerTemperatureIsThePapers() throws IOException {
        Map<Double, List<Double>> byTemperature = exported("edit_distance").stream()
                .collect(Collectors.groupingBy(
                        row -> Double.parseDouble(row.get("temperature")),
                        TreeMap::new,
                        Collectors.mapping(row -> Double.parseDouble(row.get("value")), Collectors.toList())));

        byTemperature.forEach((temperature, values) -> System.out.printf(
                "edit distance at T = %s: median %.3f of %d, paper %s%n",
                temperature, median(values), values.size(), PAPER_MEDIANS.get(temperature)));

        PAPER_MEDIANS.forEach((temperature, expected) -> assertThat(median(byTemperature.get(temperature)))
                .as("T = " + temperature)
                .isCloseTo(expected, within(.03)));
    }

    @Test
    @Order(2)
    void slopePearsonAndSpearmanAreScipys() throws Exception {
        assumeTrue(hasScipy(), "python3 with SciPy is not installed");
        for (String metric : List.of("reference_perplexity", "exemplar_similarity", "edit_distance")) {
            JsonNode ours = Series.ofMetric(system.correlations(QUERY), metric);
            JsonNode scipys = scipy(exported(metric), ours.path("logarithmic").asBoolean());

            for (String statistic : List.of("pearson", "spearman", "slope")) {
                assertThat(ours.path(statistic).path("estimate").asDouble())
                        .as(metric + " " + statistic)
                        .isCloseTo(scipys.path(statistic).asDouble(), within(1e-9));
            }
        }
    }

    @Test
    @Order(3)
    void theSameFileAgainChangesNoCount() {
        List<String> before = answers();
        long scores = records(Topic.SCORES);

        replay();

        awaitCounted(2 * scores);
        assertStays(before);
    }

    @Test
    @Order(4)
    void theWholeTopicOfStoriesToTheScorersAgainChangesNoCount() throws IOException {
        List<String> before = answers();
        long scores = records(Topic.SCORES);
        long stories = records(Topic.STORIES);

        // A group that has read nothing yet begins at the first story there is.
        system.down();
        system.up(Map.of("MUSEMETER_SCORER_GROUP_PREFIX", "scored-again-"));

        // Each story was written twice by now, and each of the two is scored once more.
        assertThat(stories).isEqualTo(2L * STORIES);
        awaitCounted(2 * scores);
        assertStays(before);
    }

    /** Longer than the aggregator takes from a score to its answer. */
    private static void assertStays(List<String> before) {
        await().during(Duration.ofSeconds(6))
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(answers()).isEqualTo(before));
    }

    /** Waits until so many scores were written and the aggregator has counted them all. */
    private static void awaitCounted(long scores) {
        await().atMost(Duration.ofMinutes(3)).untilAsserted(() -> {
            assertThat(records(Topic.SCORES)).isGreaterThanOrEqualTo(scores);
            assertThat(system.log().lag(AGGREGATOR, Topic.SCORES)).isZero();
        });
    }

    private static long records(Topic topic) {
        return system.log().records(topic);
    }

    private static void replay() {
        RunningSystem.CommandResult replay = system.command(
                "replay",
                PAPER.resolve("stories.jsonl").toString(),
                "--exemplar",
                PAPER.resolve("exemplar.txt").toString(),
                "--name",
                "paper",
                "--from-start");
        assertThat(replay.output()).contains(STORIES + " stories of replay:paper accepted, 0 lines rejected");
        assertThat(replay.status()).isZero();
    }

    private static void awaitRest() {
        await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
            List<JsonNode> series = system.correlations(QUERY);
            for (String metric : List.of("reference_perplexity", "exemplar_similarity", "edit_distance")) {
                JsonNode one = Series.ofMetric(series, metric);
                assertThat(one.path("expected").asLong()).isEqualTo(STORIES);
                assertThat(one.path("scored").asLong()).as(metric).isEqualTo(STORIES);
                assertThat(one.path("pending").asLong()).isZero();
            }
        });
    }

    /** Everything that is said of each series but when it was said. */
    private static List<String> answers() {
        return system.correlations(QUERY).stream()
                .map(one -> ((ObjectNode) one).without("asOf").toString())
                .sorted()
                .toList();
    }

    private static List<CSVRecord> exported(String metric) throws IOException {
        Path file = data.resolve("scores.csv");
        RunningSystem.CommandResult export =
                system.command("export", "scores", file.toString(), "--source", "replay:paper");
        assertThat(export.status()).as(export.output()).isZero();
        try (Reader reader = Files.newBufferedReader(file)) {
            return CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).stream()
                    .filter(row -> row.get("metric").equals(metric))
                    .filter(row -> row.get("outcome").equals("scored"))
                    .toList();
        }
    }

    /** SciPy on the exported scores of the headline's arms (T above 0.01), the slope on the scale it is stated in. */
    private static JsonNode scipy(List<CSVRecord> rows, boolean logarithmic) throws Exception {
        String program = """
                import sys, json
                import numpy as np
                from scipy import stats
                rows = [line.split() for line in sys.stdin]
                t = np.array([float(r[0]) for r in rows]); y = np.array([float(r[1]) for r in rows])
                print(json.dumps({"slope": stats.linregress(t, np.log(y) if sys.argv[1] == "true" else y).slope,
                  "pearson": stats.pearsonr(t, y)[0], "spearman": stats.spearmanr(t, y)[0]}))
                """;
        Path complaint = Files.createTempFile(data, "scipy", ".err");
        Process python = new ProcessBuilder(PYTHON, ISOLATED, "-c", program, Boolean.toString(logarithmic))
                .redirectError(complaint.toFile())
                .start();
        String input = rows.stream()
                .filter(row -> Double.parseDouble(row.get("temperature")) > 0.01)
                .map(row -> row.get("temperature") + " " + row.get("value"))
                .collect(Collectors.joining("\n"));
        python.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        python.getOutputStream().close();
        JsonNode answer = new ObjectMapper().readTree(python.getInputStream());
        assertThat(python.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(python.exitValue()).as(Files.readString(complaint)).isZero();
        return answer;
    }

    private static boolean hasScipy() throws InterruptedException {
        try {
            return new ProcessBuilder(PYTHON, ISOLATED, "-c", "import numpy; from scipy import stats")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
