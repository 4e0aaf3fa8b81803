package io.musemeter.system.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.musemeter.system.RunningSystem;
import io.musemeter.system.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every expression of every dashboard and recording rule, asked of a real Prometheus that scrapes the running system. */
class MonitoringIT {
    private static final Path GRAFANA = RunningSystem.ROOT.resolve("grafana");

    /** Answered by nothing while nothing is wrong: counters that no rejected, repeated or late record ever touched. */
    private static final Set<String> EMPTY_WHEN_ALL_IS_WELL = Set.of(
            "musemeter_scores_rejected_total",
            "musemeter_stories_rejected_total",
            "musemeter_generator_rejected_total",
            "musemeter_scores_duplicate_total",
            "musemeter_scores_too_late_total");

    @TempDir
    static Path folder;

    private static RunningSystem system;
    private static PrometheusServer prometheus;

    @BeforeAll
    static void aSystemThatIsScraped() throws IOException {
        assumeTrue(Tools.installed("prometheus"), "prometheus is not installed");
        system = RunningSystem.start(
                folder.resolve("data"), Map.of("MUSEMETER_GENERATOR_SWEEP_MAX_PER_TEMPERATURE", "12"));
        prometheus = PrometheusServer.scraping(system, folder);
        await().atMost(Duration.ofSeconds(30)).until(prometheus::ready);
    }

    @AfterAll
    static void stop() {
        if (prometheus != null) {
            prometheus.close();
        }
        if (system != null) {
            system.close();
        }
    }

    @Test
    void everyExpressionAnswersWithSomething() throws IOException {
        Map<String, String> unanswered = expressions();

        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    List<String> answered = new ArrayList<>();
                    for (Map.Entry<String, String> each : unanswered.entrySet()) {
                        if (prometheus.answers(each.getValue()) > 0) {
                            answered.add(each.getKey());
                        }
                    }
                    unanswered.keySet().removeAll(answered);
                    assertThat(unanswered).isEmpty();
                });
    }

    private static Map<String, String> expressions() throws IOException {
        Map<String, String> expressions = new TreeMap<>();
        try (Stream<Path> dashboards = Files.list(GRAFANA.resolve("dashboards"))) {
            for (Path file : dashboards.toList()) {
                for (JsonNode panel : new ObjectMapper().readTree(file.toFile()).path("panels")) {
                    for (JsonNode target : panel.path("targets")) {
                        expressions.put(
                                file.getFileName() + ": " + panel.path("title").asText() + " "
                                        + target.path("refId").asText(),
                                withoutVariables(target.path("expr").asText()));
                    }
                }
            }
        }
        JsonNode recording = new YAMLMapper()
                .readTree(GRAFANA.resolve("rules/musemeter-recording.yaml").toFile());
        for (JsonNode rule : recording.path("groups").path(0).path("rules")) {
            expressions.put(rule.path("record").asText(), rule.path("expr").asText());
        }
        assertThat(expressions).hasSizeGreaterThan(40);
        expressions
                .values()
                .removeIf(expression -> EMPTY_WHEN_ALL_IS_WELL.stream().anyMatch(expression::contains));
        return expressions;
    }

    private static String withoutVariables(String expression) {
        return expression.replace("$__rate_interval", "30s").replaceAll("\\$[a-z]+", ".*");
    }
}
