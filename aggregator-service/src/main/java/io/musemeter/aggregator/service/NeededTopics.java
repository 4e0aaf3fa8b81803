package io.musemeter.aggregator.service;

import io.musemeter.events.topics.TopicCatalogue;
import io.musemeter.events.topics.TopicSpec;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription.Node;
import org.apache.kafka.streams.TopologyDescription.Sink;
import org.apache.kafka.streams.TopologyDescription.Source;

/** The topics that must exist before Kafka Streams starts; also all that an aggregator may be allowed to see. */
public final class NeededTopics {
    private NeededTopics() {}

    /**
     * The topics of {@code topics.yaml} that the topology reads or writes. What Kafka Streams makes for itself is left out, and
     * so is every topic of other services: a cluster with access rules does not even name those to an aggregator.
     */
    public static Set<String> of(Topology topology) {
        Set<String> declared =
                TopicCatalogue.all().stream().map(TopicSpec::name).collect(Collectors.toSet());
        return topology.describe().subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .flatMap(NeededTopics::topics)
                .filter(declared::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those of them that the topology reads. */
    public static Set<String> readBy(Topology topology) {
        Set<String> needed = of(topology);
        return topology.describe().subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .flatMap(node -> node instanceof Source source ? source.topicSet().stream() : Stream.empty())
                .filter(needed::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> topics(Node node) {
        if (node instanceof Source source) {
            return source.topicSet().stream();
        }
        if (node instanceof Sink sink) {
            return Stream.ofNullable(sink.topic());
        }
        return Stream.empty();
    }
}
