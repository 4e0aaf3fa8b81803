package io.musemeter.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.musemeter.system.RunningSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules and dashboards in the cluster are those of {@code grafana}. */
class MonitoringManifestsTest {
    private static final Path GRAFANA = RunningSystem.ROOT.resolve("grafana");
    private static final Overlay PRODUCTION = new Overlay("production", List.of());

    @ParameterizedTest
    @ValueSource(strings = {"recording", "alerts"})
    void theRulesAreThoseOfPrometheus(String name) throws IOException {
        JsonNode ours = Overlay.documents(Files.readString(GRAFANA.resolve("rules/musemeter-" + name + ".yaml")))
                .get(0);

        assertThat(PRODUCTION.objects("PrometheusRule"))
                .filteredOn(rule -> Overlay.nameOf(rule).equals("musemeter-" + name))
                .singleElement()
                .satisfies(rule -> assertThat(rule.path("spec"))
                        .as("run deploy/kubernetes/components/monitoring/update-rules.sh")
                        .isEqualTo(ours));
    }

    /** What Prometheus takes of a scrape is more than what an aggregator gives at its bounds, in compose and in the cluster. */
    @Test
    void prometheusTakesWhatAnAggregatorExports() throws IOException {
        int exported =
                Integer.parseInt(ConfigKeys.of("aggregator-service").defaultOf("musemeter.aggregator.metrics.samples"));

        assertThat(PRODUCTION.objects("PodMonitor"))
                .singleElement()
                .satisfies(monitor ->
                        assertThat(monitor.at("/spec/sampleLimit").asInt()).isBetween(exported + 1_000, 2 * exported));
        assertThat(Overlay.documents(Files.readString(Compose.FOLDER.resolve("prometheus/prometheus.yml")))
                        .get(0)
                        .at("/scrape_configs/0/sample_limit")
                        .asInt())
                .isEqualTo(PRODUCTION
                        .objects("PodMonitor")
                        .findFirst()
                        .orElseThrow()
                        .at("/spec/sampleLimit")
                        .asInt());
    }

    /** The Prometheus of the chart kube-prometheus-stack looks at nothing without its label. */
    @Test
    void theComponentLabelsWhatTheChartsPrometheusLooksFor() {
        Overlay labelled = new Overlay("production", List.of("prometheus-stack"));

        assertThat(Stream.of("PodMonitor", "PrometheusRule").flatMap(labelled::objects))
                .hasSize(3)
                .allSatisfy(object -> assertThat(
                                object.at("/metadata/labels/release").asText())
                        .isEqualTo("kube-prometheus-stack"));
    }

    @Test
    void everyDashboardIsAConfigMapThatGrafanaFinds() throws IOException {
        ObjectMapper json = new ObjectMapper();
        Map<String, JsonNode> files = new TreeMap<>();
        try (Stream<Path> dashboards = Files.list(GRAFANA.resolve("dashboards"))) {
            for (Path file : dashboards.toList()) {
                files.put(file.getFileName().toString(), json.readTree(file.toFile()));
            }
        }
        Map<String, JsonNode> mounted = new TreeMap<>();
        for (JsonNode map : PRODUCTION.objects("ConfigMap").toList()) {
            if (map.at("/metadata/labels/grafana_dashboard").asText().equals("1")) {
                for (Map.Entry<String, JsonNode> file : map.path("data").properties()) {
                    mounted.put(file.getKey(), json.readTree(file.getValue().asText()));
                }
            }
        }

        assertThat(mounted)
                .as("grafana/kustomization.yaml lists every dashboard")
                .isEqualTo(files);
    }
}
