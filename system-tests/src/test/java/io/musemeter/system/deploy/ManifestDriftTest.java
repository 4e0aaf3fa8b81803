package io.musemeter.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.musemeter.events.metrics.MetricCatalogue;
import io.musemeter.events.metrics.MetricSpec;
import io.musemeter.events.topics.Topic;
import io.musemeter.events.topics.TopicCatalogue;
import io.musemeter.events.topics.TopicSpec;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the manifests say of names, keys, ports, topics and families is what the code says. */
class ManifestDriftTest {
    private static final Overlay PRODUCTION = new Overlay("production", Overlay.OPTIONAL);

    static Stream<Overlay> overlays() {
        return Overlay.all();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyVariableIsAKeyOfTheServiceOrOfKafka(Overlay overlay) {
        Set<String> kafka = AdminClientConfig.configNames().stream()
                .map(name -> "KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'))
                .collect(Collectors.toSet());
        Map<String, ConfigKeys> keys = new HashMap<>();

        overlay.workloads().forEach(workload -> {
            Container container = container(workload);
            ConfigKeys service = keys.computeIfAbsent(module(container), ConfigKeys::of);
            assertThat(container.getEnv())
                    .extracting(EnvVar::getName)
                    .filteredOn(name -> name.startsWith("MUSEMETER_") || name.startsWith("QUARKUS_"))
                    .as(Overlay.nameOf(workload))
                    .isNotEmpty()
                    .allMatch(service::hasVariable);
            assertThat(container.getEnv())
                    .extracting(EnvVar::getName)
                    .filteredOn(name -> name.startsWith("KAFKA_"))
                    .as(Overlay.nameOf(workload))
                    .isNotEmpty()
                    .allMatch(kafka::contains);
        });
    }

    @Test
    void aVariableThatNoServiceReadsIsNoticed() {
        ConfigKeys scorer = ConfigKeys.of("scorer-service");

        assertThat(scorer.hasVariable("MUSEMETER_SCORER_FAMILIES")).isTrue();
        assertThat(scorer.hasVariable("MUSEMETER_SCORER_CONSUMERS_LEXICAL")).isTrue();
        assertThat(scorer.hasVariable("MUSEMETER_SCORER_FAMILY")).isFalse();
    }

    @Test
    void strimziDeclaresTheTopicsOfTheCatalogue() {
        Map<String, KafkaTopic> declared = PRODUCTION
                .objects("KafkaTopic")
                .map(object -> TypedObjects.read(object, KafkaTopic.class))
                .collect(Collectors.toMap(topic -> topic.getSpec().getTopicName(), topic -> topic));

        assertThat(declared.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        TopicCatalogue.all().stream().map(TopicSpec::name).toList());
        for (TopicSpec topic : TopicCatalogue.all()) {
            assertThat(declared.get(topic.name()).getSpec().getPartitions())
                    .as(topic.name())
                    .isEqualTo(topic.partitions().deploy());
            assertThat(declared.get(topic.name()).getSpec().getConfig())
                    .as(topic.name())
                    .containsAllEntriesOf(new TreeMap<>(topic.kafkaConfig()));
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyFamilyHasADeploymentThatIsScaledOnItsOwnLag(Overlay overlay) {
        Set<String> families =
                MetricCatalogue.all().stream().map(MetricSpec::family).collect(Collectors.toCollection(TreeSet::new));
        if (!overlay.components().contains("judge")) {
            families.remove("judge");
        }
        String prefix = ConfigKeys.of("scorer-service").defaultOf("musemeter.scorer.group-prefix");
        Map<String, String> served = new TreeMap<>();
        overlay.workloads()
                .filter(workload -> module(container(workload)).equals("scorer-service"))
                .forEach(workload -> served.put(
                        Overlay.nameOf(workload), variable(container(workload), "MUSEMETER_SCORER_FAMILIES")));
        Map<String, Keda.ScaledObjectSpec> scaled = overlay.objects("ScaledObject")
                .map(object ->
                        TypedObjects.read(object, Keda.ScaledObject.class).spec())
                .collect(Collectors.toMap(spec -> spec.scaleTargetRef().name(), spec -> spec));

        assertThat(served.values()).containsExactlyInAnyOrderElementsOf(families);
        assertThat(scaled.keySet()).isEqualTo(served.keySet());
        served.forEach((deployment, family) -> {
            Keda.ScaledObjectSpec spec = scaled.get(deployment);
            Keda.KafkaTrigger trigger = spec.triggers().get(0).metadata();
            assertThat(trigger.consumerGroup()).isEqualTo(prefix + "-" + family);
            assertThat(trigger.topic()).isEqualTo(Topic.STORIES.topicName());
            assertThat(spec.maxReplicaCount())
                    .isLessThanOrEqualTo(Topic.STORIES.spec().partitions().deploy());
        });
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void portsAndPathsMeet(Overlay overlay) {
        overlay.workloads().forEach(workload -> {
            Container container = container(workload);
            int port = container.getPorts().get(0).getContainerPort();
            assertThat(variable(container, "QUARKUS_HTTP_PORT")).isEqualTo(Integer.toString(port));
            assertThat(container.getReadinessProbe().getHttpGet().getPort().getStrVal())
                    .isEqualTo(container.getPorts().get(0).getName());
        });
        overlay.objects("Service")
                .forEach(service -> assertThat(service.path("spec")
                                .path("ports")
                                .path(0)
                                .path("targetPort")
                                .asText())
                        .isEqualTo("http"));
        overlay.objects("PodMonitor")
                .forEach(monitor -> assertThat(monitor.path("spec")
                                .path("podMetricsEndpoints")
                                .path(0)
                                .path("port")
                                .asText())
                        .isEqualTo("http"));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void whatIsReferredToIsThere(Overlay overlay) {
        Set<String> workloads = overlay.workloads().map(Overlay::nameOf).collect(Collectors.toSet());
        Set<String> configMaps =
                overlay.objects("ConfigMap").map(Overlay::nameOf).collect(Collectors.toSet());
        Set<String> services = overlay.objects("Service").map(Overlay::nameOf).collect(Collectors.toSet());

        overlay.objects("PodDisruptionBudget")
                .forEach(budget -> assertThat(workloads)
                        .contains(budget.at("/spec/selector/matchLabels/app.kubernetes.io~1instance")
                                .asText()));
        assertThat(overlay.objects("PodDisruptionBudget").count()).isEqualTo(workloads.size());
        overlay.workloads()
                .flatMap(workload -> container(workload).getEnv().stream())
                .filter(variable -> variable.getValueFrom() != null
                        && variable.getValueFrom().getConfigMapKeyRef() != null)
                .forEach(variable -> assertThat(configMaps)
                        .contains(variable.getValueFrom().getConfigMapKeyRef().getName()));
        overlay.objects("StatefulSet")
                .forEach(set -> assertThat(services)
                        .contains(set.path("spec").path("serviceName").asText()));
        overlay.objects("Ingress")
                .flatMap(ingress -> ingress.findValues("service").stream())
                .forEach(service ->
                        assertThat(services).contains(service.path("name").asText()));
    }

    /** Each pod signs in under its own name, as a user that Strimzi makes. */
    @Test
    void everyServiceHasAKafkaUserOfItsOwn() {
        Set<String> users = PRODUCTION.objects("KafkaUser").map(Overlay::nameOf).collect(Collectors.toSet());

        PRODUCTION.workloads().forEach(workload -> {
            String secret = container(workload).getEnv().stream()
                    .filter(variable -> variable.getName().equals("KAFKA_SASL_JAAS_CONFIG"))
                    .map(variable -> variable.getValueFrom().getSecretKeyRef().getName())
                    .findFirst()
                    .orElseThrow();
            assertThat(secret).isEqualTo(Overlay.nameOf(workload)).isIn(users);
        });
    }

    @Test
    void theIngressIsAHostThatServicesTakeChangesUnder() {
        String host = PRODUCTION
                .objects("Ingress")
                .findFirst()
                .orElseThrow()
                .at("/spec/rules/0/host")
                .asText();

        PRODUCTION
                .objects("StatefulSet")
                .forEach(set -> assertThat(container(set).getEnv())
                        .filteredOn(variable -> variable.getName().endsWith("_ALLOWED_HOSTS"))
                        .singleElement()
                        .satisfies(variable ->
                                assertThat(variable.getValue().split(",")).contains(host)));
    }

    static PodSpec pod(JsonNode workload) {
        return workload.path("kind").asText().equals("Deployment")
                ? TypedObjects.read(workload, Deployment.class)
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                : TypedObjects.read(workload, StatefulSet.class)
                        .getSpec()
                        .getTemplate()
                        .getSpec();
    }

    static Container container(JsonNode workload) {
        List<Container> containers = pod(workload).getContainers();
        assertThat(containers).as(Overlay.nameOf(workload)).hasSize(1);
        return containers.get(0);
    }

    /** The module that an image is made of. */
    static String module(Container container) {
        assertThat(container.getImage()).matches("musemeter/(generator|scorer|aggregator)-service:[0-9.]+");
        return container.getImage().replaceAll("musemeter/|:.*", "");
    }

    private static String variable(Container container, String name) {
        return container.getEnv().stream()
                .filter(variable -> variable.getName().equals(name))
                .map(EnvVar::getValue)
                .findFirst()
                .orElseThrow();
    }
}
