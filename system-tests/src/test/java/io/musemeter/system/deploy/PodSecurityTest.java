package io.musemeter.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.kafka.entityoperator.EntityOperatorTemplate;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePoolTemplate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All pods keep the restricted Pod Security Standard that the namespace enforces (kubernetes.io, "Pod Security Standards", 1.32),
 * those that Strimzi makes included, and the services' own write nowhere but into their volumes.
 */
class PodSecurityTest {
    static Stream<Overlay> overlays() {
        return Overlay.all();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void theNamespaceEnforcesTheRestrictedStandard(Overlay overlay) {
        assertThat(overlay.objects("Namespace"))
                .singleElement()
                .satisfies(namespace -> assertThat(namespace
                                .at("/metadata/labels/pod-security.kubernetes.io~1enforce")
                                .asText())
                        .isEqualTo("restricted"));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void theServicesPodsAreRestricted(Overlay overlay) {
        assertThat(overlay.workloads()).isNotEmpty().allSatisfy(workload -> {
            PodSpec pod = ManifestDriftTest.pod(workload);
            restricted(pod.getSecurityContext());
            assertThat(pod.getHostNetwork()).isNull();
            assertThat(pod.getHostPID()).isNull();
            assertThat(pod.getHostIPC()).isNull();
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getVolumes()).allMatch(volume -> volume.getEmptyDir() != null || volume.getSecret() != null);
            for (Container container : pod.getContainers()) {
                restricted(container.getSecurityContext());
                assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                        .isTrue();
                assertThat(container.getResources().getLimits()).containsKey("memory");
                assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
                assertThat(container.getPorts()).allMatch(port -> port.getHostPort() == null);
            }
        });
    }

    @Test
    void thePodsThatStrimziMakesAreRestricted() {
        Overlay overlay = new Overlay("production", List.of());
        JsonNode kafka = overlay.objects("Kafka").findFirst().orElseThrow();
        JsonNode pool = overlay.objects("KafkaNodePool").findFirst().orElseThrow();

        KafkaNodePoolTemplate brokers =
                TypedObjects.read(pool, KafkaNodePool.class).getSpec().getTemplate();
        EntityOperatorTemplate operators = TypedObjects.read(kafka, Kafka.class)
                .getSpec()
                .getEntityOperator()
                .getTemplate();

        restricted(brokers.getPod().getSecurityContext());
        // Strimzi sets this group only where no context of the pod is given; the image runs as 1001:0.
        assertThat(brokers.getPod().getSecurityContext().getFsGroup()).isZero();
        restricted(brokers.getKafkaContainer().getSecurityContext());
        restricted(operators.getPod().getSecurityContext());
        restricted(operators.getTopicOperatorContainer().getSecurityContext());
        restricted(operators.getUserOperatorContainer().getSecurityContext());
    }

    static void restricted(PodSecurityContext context) {
        assertThat(context.getRunAsNonRoot()).isTrue();
        assertThat((Object) context.getRunAsUser()).isNotEqualTo(0L);
        assertThat(context.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
    }

    static void restricted(SecurityContext context) {
        assertThat(context.getAllowPrivilegeEscalation()).isFalse();
        assertThat(context.getPrivileged()).isNull();
        assertThat(context.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(context.getCapabilities().getAdd()).isEmpty();
    }
}
