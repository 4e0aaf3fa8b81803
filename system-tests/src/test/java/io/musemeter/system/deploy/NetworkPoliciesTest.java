package io.musemeter.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything is denied but what is listed, so whatever a pod cannot live without must be listed: here is what that is. */
class NetworkPoliciesTest {
    private static final Overlay PRODUCTION = new Overlay("production", List.of());

    /** The labels Strimzi gives the pods it makes of the Kafka named musemeter. */
    private static Map<String, String> strimzi(String component) {
        return Map.of("strimzi.io/cluster", "musemeter", "strimzi.io/name", "musemeter-" + component);
    }

    /** The operators watch resources; brokers of Strimzi 1.0 read their certificates there as they start. */
    @ParameterizedTest
    @ValueSource(strings = {"kafka", "entity-operator"})
    void whatStrimziMakesReachesTheApiServer(String component) {
        List<NetworkPolicyEgressRule> ways = egress(PRODUCTION, strimzi(component));

        assertThat(ways)
                .as("the API server is no pod, so any address at its ports")
                .anyMatch(way -> way.getTo().isEmpty() && ports(way).containsAll(List.of(443, 6443)));
    }

    @Test
    void aServiceDoesNotReachTheApiServer() {
        assertThat(egress(PRODUCTION, Map.of("musemeter.io/pod", "service")))
                .isNotEmpty()
                .noneMatch(way -> ports(way).contains(443) || ports(way).contains(6443));
    }

    /** NodeLocal DNSCache answers on an address of its own, and OpenShift's servers on 5353. */
    @Test
    void everyPodAsksForNamesWhereverTheClusterHasItsServers() {
        assertThat(egress(PRODUCTION, Map.of())).singleElement().satisfies(way -> {
            assertThat(ports(way)).contains(53, 5353);
            assertThat(way.getTo())
                    .anyMatch(to -> to.getNamespaceSelector() != null)
                    .anyMatch(to ->
                            to.getIpBlock() != null && to.getIpBlock().getCidr().equals("169.254.20.10/32"));
        });
    }

    /** Applications of the cluster reach the generator where the component says so, and nothing else. */
    @Test
    void labelledNamespacesReachTheGeneratorAlone() {
        Overlay open = new Overlay("production", List.of("clients"));

        assertThat(clientsReach(open, "generator")).isTrue();
        assertThat(clientsReach(open, "aggregator")).isFalse();
        assertThat(clientsReach(PRODUCTION, "generator")).isFalse();
    }

    private static boolean clientsReach(Overlay overlay, String instance) {
        return selecting(overlay, Map.of("app.kubernetes.io/instance", instance, "musemeter.io/pod", "service"))
                .flatMap(policy -> policy.getSpec().getIngress().stream())
                .flatMap(way -> way.getFrom().stream())
                .anyMatch(peer -> peer.getNamespaceSelector() != null
                        && Map.of("musemeter.io/client", "true")
                                .equals(peer.getNamespaceSelector().getMatchLabels()));
    }

    /** The ways out of pods with these labels, over all policies that select them. */
    static List<NetworkPolicyEgressRule> egress(Overlay overlay, Map<String, String> labels) {
        return selecting(overlay, labels)
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .toList();
    }

    static Stream<NetworkPolicy> selecting(Overlay overlay, Map<String, String> labels) {
        return overlay.objects("NetworkPolicy")
                .map(object -> TypedObjects.read(object, NetworkPolicy.class))
                .filter(policy -> selects(policy.getSpec().getPodSelector(), labels));
    }

    private static boolean selects(LabelSelector selector, Map<String, String> labels) {
        return labels.entrySet().containsAll(selector.getMatchLabels().entrySet())
                && selector.getMatchExpressions().stream().allMatch(expression -> {
                    assertThat(expression.getOperator()).isEqualTo("In");
                    return expression.getValues().contains(labels.getOrDefault(expression.getKey(), ""));
                });
    }

    static List<Integer> ports(NetworkPolicyEgressRule way) {
        return way.getPorts().stream().map(port -> port.getPort().getIntVal()).toList();
    }
}
