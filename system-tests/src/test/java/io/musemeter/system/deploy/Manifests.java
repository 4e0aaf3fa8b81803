package io.musemeter.system.deploy;

import io.fabric8.kubernetes.api.model.Container;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What other tests take from the manifests, so that they start what a cluster would start. */
public final class Manifests {
    private static final Overlay ALL = new Overlay("single-node", Overlay.OPTIONAL);

    private Manifests() {}

    /** Kafka's users. */
    public static List<KafkaUser> kafkaUsers() {
        return ALL.objects("KafkaUser")
                .map(object -> TypedObjects.read(object, KafkaUser.class))
                .toList();
    }

    /** The container of each Deployment and StatefulSet, by its name. */
    public static Map<String, Container> containers() {
        return ALL.workloads().collect(Collectors.toMap(Overlay::nameOf, ManifestDriftTest::container));
    }

    /** The module whose program runs in a container. */
    public static String module(Container container) {
        return ManifestDriftTest.module(container);
    }

    /** The path at which metrics are scraped. */
    public static String metricsPath() {
        return ALL.objects("PodMonitor")
                .map(monitor -> monitor.at("/spec/podMetricsEndpoints/0/path").asText())
                .findFirst()
                .orElseThrow();
    }
}
