package io.musemeter.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.musemeter.events.metrics.MetricCatalogue;
import io.musemeter.events.metrics.MetricSpec;
import io.musemeter.events.topics.TopicCatalogue;
import io.musemeter.events.topics.TopicSpec;
import io.musemeter.system.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files under {@code deploy/compose} say what the code says, and let out no more than they should. */
class ComposeFilesTest {
    /** Runs as root for a second, without a network to the outside, with the one right to give folders away. */
    private static final String GIVES_VOLUMES_AWAY = "volumes";

    private static final Set<String> END_BY_THEMSELVES = Set.of(GIVES_VOLUMES_AWAY, "topics", "ollama-model");

    @TempDir
    Path copy;

    @Test
    void theTopicsAreThoseOfTheCatalogue() throws IOException {
        List<String> created = Files.readAllLines(Compose.FOLDER.resolve("kafka/create-topics.sh")).stream()
                .filter(line -> line.startsWith("create "))
                .toList();

        assertThat(created)
                .containsExactlyInAnyOrderElementsOf(TopicCatalogue.all().stream()
                        .map(topic -> "create " + topic.name() + " "
                                + topic.partitions().local() + " " + settings(topic))
                        .toList());
    }

    @Test
    void everyProgramThatReadsItTakesIt() throws Exception {
        List<List<String>> programs = Compose.programs();
        assumeTrue(!programs.isEmpty(), "neither docker compose nor docker-compose is installed");
        Path compose = Compose.ready(copy);

        for (List<String> program : programs) {
            Tools.Answer plain = Tools.run(compose, Compose.with(program, "config", "--quiet"));
            Tools.Answer all = Tools.run(compose, Compose.with(program, "--profile", "ollama", "config", "--quiet"));

            assertThat(plain.status()).as(plain.output()).isZero();
            assertThat(all.status()).as(all.output()).isZero();
        }
    }

    @Test
    void onlyThePageAndGrafanaAreOnTheHost() throws Exception {
        Map<String, JsonNode> services = Compose.services(copy);
        List<String> published = new ArrayList<>();
        services.forEach((name, service) -> service.path("ports").forEach(port -> published.add(name + " " + port)));

        assertThat(published)
                .hasSize(2)
                .allMatch(port -> port.contains("127.0.0.1"))
                .anyMatch(port -> port.startsWith("aggregator ") && port.contains("8080"))
                .anyMatch(port -> port.startsWith("grafana ") && port.contains("3000"));
        assertThat(services.values()).noneMatch(service -> service.has("network_mode"));
    }

    @Test
    void everyContainerIsContained() throws Exception {
        assertThat(Compose.services(copy)).isNotEmpty().allSatisfy((name, service) -> {
            assertThat(service.path("read_only").asBoolean()).as(name).isTrue();
            assertThat(texts(service.path("cap_drop"))).as(name).containsExactly("ALL");
            assertThat(texts(service.path("security_opt"))).as(name).contains("no-new-privileges:true");
            assertThat(service.path("mem_limit").asText()).as(name).isNotEmpty();
            assertThat(service.path("pids_limit").asInt()).as(name).isPositive();
            assertThat(service.path("image").asText())
                    .as(name)
                    .matches(".+:[^:]+")
                    .doesNotContain("latest");
            if (name.equals(GIVES_VOLUMES_AWAY)) {
                assertThat(texts(service.path("cap_add"))).containsExactly("CHOWN");
            } else {
                assertThat(service.path("user").asText()).as(name).matches("[1-9][0-9]*:[0-9]+");
                assertThat(service.has("cap_add")).as(name).isFalse();
            }
        });
    }

    @Test
    void everythingWaitsForTheHealthOfWhatItNeeds() throws Exception {
        Map<String, JsonNode> services = Compose.services(copy);

        assertThat(services).allSatisfy((name, service) -> {
            if (!END_BY_THEMSELVES.contains(name)) {
                assertThat(service.path("healthcheck").has("test")).as(name).isTrue();
            }
            service.path("depends_on")
                    .properties()
                    .forEach(needed -> assertThat(
                                    needed.getValue().path("condition").asText())
                            .as(name + " after " + needed.getKey())
                            .isEqualTo(
                                    END_BY_THEMSELVES.contains(needed.getKey())
                                            ? "service_completed_successfully"
                                            : "service_healthy"));
        });
    }

    @Test
    void everyVariableIsAKeyOfItsService() throws Exception {
        Map<String, ConfigKeys> keys = new HashMap<>();

        assertThat(ours(Compose.services(copy))).hasSize(7).allSatisfy((name, service) -> {
            String module = service.path("image").asText().replaceAll("musemeter/|:.*", "");
            ConfigKeys known = keys.computeIfAbsent(module, ConfigKeys::of);
            assertThat(service.path("environment").properties())
                    .extracting(Map.Entry::getKey)
                    .filteredOn(variable -> variable.startsWith("MUSEMETER_")
                            || variable.startsWith("QUARKUS_HTTP_")
                            || variable.startsWith("QUARKUS_LOG_"))
                    .isNotEmpty()
                    .allMatch(known::hasVariable);
            assertThat(service.path("healthcheck").path("test").toString())
                    .contains("/127.0.0.1/"
                            + service.path("environment")
                                    .path("QUARKUS_HTTP_PORT")
                                    .asText())
                    .contains("/q/health/ready");
        });
    }

    @Test
    void everyFamilyHasAContainer() throws Exception {
        Set<String> served = ours(Compose.services(copy)).values().stream()
                .map(service -> service.path("environment").path("MUSEMETER_SCORER_FAMILIES"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(served)
                .containsExactlyInAnyOrderElementsOf(MetricCatalogue.all().stream()
                        .map(MetricSpec::family)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void prometheusScrapesEveryService() throws Exception {
        JsonNode scraped = Overlay.documents(Files.readString(Compose.FOLDER.resolve("prometheus/prometheus.yml")))
                .get(0)
                .path("scrape_configs")
                .path(0);
        Set<String> names = new TreeSet<>();
        scraped.path("static_configs")
                .forEach(each -> texts(each.path("targets")).forEach(target -> names.add(target.replace(":8080", ""))));
        scraped.path("dns_sd_configs").forEach(each -> names.addAll(texts(each.path("names"))));

        assertThat(names).isEqualTo(ours(Compose.services(copy)).keySet());
        assertThat(scraped.path("metrics_path").asText()).isEqualTo("/q/metrics");
    }

    @Test
    void theConfigurationsOfPrometheusAndAlertmanagerAreSound() throws Exception {
        assumeTrue(Tools.installed("promtool") && Tools.installed("amtool"), "promtool or amtool is not installed");
        Path compose = Compose.ready(copy);
        Path prometheus = compose.resolve("prometheus/prometheus.yml");
        Files.writeString(
                prometheus,
                Files.readString(prometheus)
                        .replace("/run/secrets/", compose.resolve("secrets") + "/")
                        .replace("/etc/prometheus/rules/", copy.resolve("grafana/rules") + "/"));

        Tools.Answer scraping = Tools.run(compose, List.of("promtool", "check", "config", prometheus.toString()));
        Tools.Answer alerting = Tools.run(compose, List.of("amtool", "check-config", "alertmanager/alertmanager.yml"));

        assertThat(scraping.status()).as(scraping.output()).isZero();
        assertThat(alerting.status()).as(alerting.output()).isZero();
    }

    private static Map<String, JsonNode> ours(Map<String, JsonNode> services) {
        return services.entrySet().stream()
                .filter(service -> service.getValue().path("image").asText().startsWith("musemeter/"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }

    private static String settings(TopicSpec topic) {
        return topic.kafkaConfig().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }
}
