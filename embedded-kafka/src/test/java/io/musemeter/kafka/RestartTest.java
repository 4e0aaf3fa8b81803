package io.musemeter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musemeter.events.topics.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One broker through several of its lives: a start costs seconds. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestartTest {
    private static final ConfigResource STORIES =
            new ConfigResource(ConfigResource.Type.TOPIC, Topic.STORIES.topicName());

    @TempDir
    static Path data;

    private static EmbeddedKafka kafka;

    @BeforeAll
    static void start() {
        kafka = EmbeddedKafka.start(KafkaOptions.in(data));
    }

    @AfterAll
    static void stop() {
        kafka.close();
    }

    @Test
    @Order(1)
    void aCleanRestartKeepsTheRecordsAndThePort() throws Exception {
        String before = kafka.bootstrapServers();
        Traffic.write(before, Topic.STORIES.topicName(), numbered("story"));

        kafka.restart();

        assertThat(kafka.bootstrapServers()).isEqualTo(before);
        assertThat(Traffic.readAll(before, Topic.STORIES.topicName()))
                .containsExactlyInAnyOrderElementsOf(numbered("story"));
    }

    @Test
    @Order(2)
    void aKilledBrokerKeepsEveryAcknowledgedRecord() throws Exception {
        Traffic.write(kafka.bootstrapServers(), Topic.SCORES.topicName(), numbered("score"));

        kafka.kill();
        kafka.restart();

        assertThat(Traffic.readAll(kafka.bootstrapServers(), Topic.SCORES.topicName()))
                .containsExactlyInAnyOrderElementsOf(numbered("score"));
    }

    @Test
    @Order(3)
    void settingsOfAnExistingTopicFollowTheDeclarationAgain() throws Exception {
        try (Admin admin = admin()) {
            admin.incrementalAlterConfigs(
                            Map.of(STORIES, List.of(set("retention.ms", "1000"), set("min.compaction.lag.ms", "5"))))
                    .all()
                    .get();
        }

        kafka.restart();

        try (Admin admin = admin()) {
            Config config = admin.describeConfigs(List.of(STORIES)).all().get().get(STORIES);
            assertThat(config.get("retention.ms").value())
                    .isEqualTo(Topic.STORIES.spec().kafkaConfig().get("retention.ms"));
            assertThat(config.get("min.compaction.lag.ms").isDefault()).isTrue();
        }
    }

    @Test
    @Order(4)
    void aTopicWithAnotherPartitionCountIsRefused() throws Exception {
        try (Admin admin = admin()) {
            admin.createPartitions(Map.of(Topic.STUDIES.topicName(), NewPartitions.increaseTo(2)))
                    .all()
                    .get();
        }

        assertThatThrownBy(kafka::restart)
                .isInstanceOfSatisfying(
                        EmbeddedKafkaException.class,
                        e -> assertThat(e.reason()).isEqualTo(FailureReason.TOPIC_MISMATCH))
                .hasMessageContaining("topic studies has 2 partitions, topics.yaml declares 1");
    }

    private static List<String> numbered(String name) {
        return IntStream.range(0, 200).mapToObj(i -> name + " " + i).toList();
    }

    private static AlterConfigOp set(String name, String value) {
        return new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }
}
