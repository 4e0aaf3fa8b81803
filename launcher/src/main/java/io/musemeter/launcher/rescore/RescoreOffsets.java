package io.musemeter.launcher.rescore;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Where a re-scoring begins, ends and stands, as its consumer groups say. */
final class RescoreOffsets {
    private final Admin admin;
    private final String name;
    private final String groupPrefix;
    private final List<String> families;
    private final String topic;

    /**
     * @param name the re-scoring
     * @param groupPrefix what the scorers' groups' names begin with
     * @param families which families score
     * @param topic the topic of stories
     */
    RescoreOffsets(Admin admin, String name, String groupPrefix, List<String> families, String topic) {
        this.admin = admin;
        this.name = name;
        this.groupPrefix = groupPrefix;
        this.families = List.copyOf(families);
        this.topic = topic;
    }

    /** The first offset that there is of each partition. */
    Map<TopicPartition, Long> begins() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> earliest =
                admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                        .flatMap(described -> described.partitions().stream())
                        .collect(Collectors.toMap(
                                info -> new TopicPartition(topic, info.partition()), info -> OffsetSpec.earliest()));
        return admin.listOffsets(earliest).all().get().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, offset -> offset.getValue().offset()));
    }

    /** The offset before which the re-scoring ends in each partition; empty while nobody has said. */
    Map<TopicPartition, Long> ends() throws ExecutionException, InterruptedException {
        return committed("scope");
    }

    /** How far each family has come, by its name. */
    Map<String, Map<TopicPartition, Long>> standings() throws ExecutionException, InterruptedException {
        Map<String, Map<TopicPartition, Long>> standings = new HashMap<>();
        for (String family : families) {
            standings.put(family, committed(family));
        }
        return standings;
    }

    private Map<TopicPartition, Long> committed(String part) throws ExecutionException, InterruptedException {
        String group = groupPrefix + "-" + part + "-rescore-" + name;
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, Long> known = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            if (offset != null) {
                known.put(partition, offset.offset());
            }
        });
        return known;
    }
}
