package io.musemeter.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.musemeter.events.topics.TopicCatalogue;
import io.musemeter.events.topics.TopicSpec;
import io.musemeter.system.RunningSystem;
import io.musemeter.system.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files under {@code deploy} say what the code says. */
class DeploymentFilesTest {
    private static final Path DEPLOY = RunningSystem.ROOT.resolve("deploy");
    private static final YAMLMapper YAML = new YAMLMapper();

    @TempDir
    Path copy;

    @Test
    void composeCreatesTheTopicsOfTheCatalogue() throws IOException {
        List<String> created = Files.readAllLines(DEPLOY.resolve("compose/kafka/create-topics.sh")).stream()
                .filter(line -> line.startsWith("create "))
                .toList();

        assertThat(created)
                .containsExactlyInAnyOrderElementsOf(TopicCatalogue.all().stream()
                        .map(topic -> "create " + topic.name() + " "
                                + topic.partitions().local() + " " + settings(topic))
                        .toList());
    }

    private static String settings(TopicSpec topic) {
        return topic.kafkaConfig().entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .collect(Collectors.joining(" "));
    }

    @Test
    void strimziDeclaresTheTopicsOfTheCatalogue() throws IOException {
        Map<String, JsonNode> declared = new HashMap<>();
        for (JsonNode document : documents(Files.readString(DEPLOY.resolve("kubernetes/base/topics.yaml")))) {
            declared.put(document.path("spec").path("topicName").asText(), document.path("spec"));
        }

        assertThat(declared.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        TopicCatalogue.all().stream().map(TopicSpec::name).toList());
        for (TopicSpec topic : TopicCatalogue.all()) {
            JsonNode spec = declared.get(topic.name());
            assertThat(spec.path("partitions").asInt())
                    .as(topic.name())
                    .isEqualTo(topic.partitions().deploy());
            topic.kafkaConfig()
                    .forEach((key, value) -> assertThat(
                                    spec.path("config").path(key).asText())
                            .as(topic.name() + " " + key)
                            .isEqualTo(value));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"single-node", "production", "external-kafka"})
    void everyOverlayRendersAndItsPodsAreRestricted(String overlay) throws Exception {
        assumeTrue(Tools.installed("kubectl"), "kubectl is not installed");

        Tools.Answer rendered = Tools.run(DEPLOY, List.of("kubectl", "kustomize", "kubernetes/overlays/" + overlay));

        assertThat(rendered.status()).as(rendered.output()).isZero();
        List<JsonNode> workloads = documents(rendered.output()).stream()
                .filter(document ->
                        document.path("spec").path("template").path("spec").has("containers"))
                .toList();
        assertThat(workloads).isNotEmpty();
        for (JsonNode workload : workloads) {
            JsonNode pod = workload.path("spec").path("template").path("spec");
            assertThat(pod.path("securityContext").path("runAsNonRoot").asBoolean())
                    .isTrue();
            for (JsonNode container : pod.path("containers")) {
                assertThat(container
                                .path("securityContext")
                                .path("readOnlyRootFilesystem")
                                .asBoolean())
                        .isTrue();
                assertThat(container.path("resources").path("limits").has("memory"))
                        .isTrue();
                assertThat(container
                                .path("readinessProbe")
                                .path("httpGet")
                                .path("path")
                                .asText())
                        .isEqualTo("/q/health/ready");
            }
        }
    }

    @Test
    void theComposeFileIsValid() throws Exception {
        assumeTrue(Tools.installed("docker-compose"), "docker-compose is not installed");
        try (Stream<Path> files = Files.walk(DEPLOY.resolve("compose"))) {
            for (Path file : files.toList()) {
                Path target =
                        copy.resolve(DEPLOY.resolve("compose").relativize(file).toString());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(copy.resolve("secrets.example"), copy.resolve("secrets"));

        Tools.Answer checked = Tools.run(copy, List.of("docker-compose", "config", "--quiet"));

        assertThat(checked.status()).as(checked.output()).isZero();
    }

    private static List<JsonNode> documents(String yaml) throws IOException {
        List<JsonNode> documents = new ArrayList<>();
        try (MappingIterator<JsonNode> each = YAML.readerFor(JsonNode.class).readValues(yaml)) {
            each.forEachRemaining(documents::add);
        }
        return documents;
    }
}
