package io.musemeter.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.musemeter.system.RunningSystem;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The component that a reset is done with: understood, contained, let through to Kafka, and gone by itself. */
class MaintenanceTest {
    private static final Overlay PRODUCTION = new Overlay("production", List.of("maintenance"));

    static Stream<Overlay> overlays() {
        return Stream.of(PRODUCTION, new Overlay("single-node", List.of("maintenance")));
    }

    private static PodTemplateSpec pod() {
        return TypedObjects.read(PRODUCTION.objects("Job").findFirst().orElseThrow(), Job.class)
                .getSpec()
                .getTemplate();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyObjectIsOfItsType(Overlay overlay) {
        assertThat(overlay.objects()).allSatisfy(TypedObjects::read);
        assertThat(overlay.objects("Job")).hasSize(1);
    }

    @Test
    void thePodIsRestrictedAndEnds() {
        Job job = TypedObjects.read(PRODUCTION.objects("Job").findFirst().orElseThrow(), Job.class);
        Container container = pod().getSpec().getContainers().get(0);

        PodSecurityTest.restricted(pod().getSpec().getSecurityContext());
        PodSecurityTest.restricted(container.getSecurityContext());
        assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
        assertThat(pod().getSpec().getAutomountServiceAccountToken()).isFalse();
        assertThat(job.getSpec().getActiveDeadlineSeconds()).isPositive();
    }

    @Test
    void itReachesKafkaFromBothSides() {
        JsonNode peers =
                PRODUCTION.objects("Kafka").findFirst().orElseThrow().at("/spec/kafka/listeners/0/networkPolicyPeers");

        assertThat(NetworkPoliciesTest.egress(PRODUCTION, pod().getMetadata().getLabels()))
                .anyMatch(way -> NetworkPoliciesTest.ports(way).contains(9093));
        assertThat(peers)
                .anyMatch(peer -> pod().getMetadata()
                        .getLabels()
                        .get("musemeter.io/pod")
                        .equals(peer.at("/podSelector/matchLabels/musemeter.io~1pod")
                                .asText()));
    }

    @Test
    void itSignsInAsAUserThatWritesNothing() {
        KafkaUser user = PRODUCTION
                .objects("KafkaUser")
                .filter(each -> Overlay.nameOf(each).equals("maintenance"))
                .map(each -> TypedObjects.read(each, KafkaUser.class))
                .findFirst()
                .orElseThrow();

        assertThat(pod().getSpec().getContainers().get(0).getEnv())
                .filteredOn(variable -> variable.getName().equals("JAAS"))
                .extracting(EnvVar::getValueFrom)
                .extracting(from -> from.getSecretKeyRef().getName())
                .containsExactly(user.getMetadata().getName());
        assertThat(((KafkaUserAuthorizationSimple) user.getSpec().getAuthorization()).getAcls())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.getOperations())
                        .isSubsetOf(AclOperation.READ, AclOperation.DELETE, AclOperation.DESCRIBE));
    }

    /** The runbook names what there is: groups and topics of the code, services of compose, settings that the pod writes. */
    @Test
    void theRunbookNamesWhatIsThere() throws IOException {
        String runbook = Files.readString(RunningSystem.ROOT.resolve("docs/runbooks/reset.md"));
        String script = String.join("\n", pod().getSpec().getContainers().get(0).getCommand());
        JsonNode compose = Overlay.documents(Files.readString(Compose.FOLDER.resolve("docker-compose.yaml")))
                .get(0)
                .path("services");

        assertThat(runbook)
                .contains(
                        "--group " + ConfigKeys.of("scorer-service").defaultOf("musemeter.scorer.group-prefix")
                                + "-FAMILY",
                        "--application-id musemeter-aggregator ",
                        "docker-compose up topics");
        assertThat(compose.has("topics")).isTrue();
        assertThat(compose.has("aggregator")).isTrue();
        assertThat(script).contains("/tmp/client.properties");
        assertThat(runbook.lines().filter(line -> line.contains("./kafka-")))
                .isNotEmpty()
                .allMatch(line -> line.contains("--bootstrap-server \"$BROKER\""));
    }
}
