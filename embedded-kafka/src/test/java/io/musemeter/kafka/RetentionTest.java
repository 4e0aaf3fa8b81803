package io.musemeter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.musemeter.events.topics.Topic;
import io.musemeter.kafka.topics.DiskBudget;
import io.musemeter.kafka.topics.TopicRetention;
import io.musemeter.kafka.topics.TopicSetup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a shorter retention is for: the text is gone, from a topic that nothing more is written to as well. */
class RetentionTest {
    private static final DiskBudget BUDGET = new DiskBudget(KafkaOptions.DEFAULT_DISK_BYTES);

    @TempDir
    Path data;

    @Test
    void aTextIsGoneWhenItsTopicsRetentionIsOverAndOthersStay() throws Exception {
        TopicRetention retention = TopicRetention.parse("stories=1s");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(KafkaOptions.in(data));
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            new TopicSetup(admin, topic -> retention.apply(topic, BUDGET.topicConfig(topic))).ensureAll();
            Traffic.write(kafka.bootstrapServers(), Topic.STORIES.topicName(), List.of("Once."));
            Traffic.write(kafka.bootstrapServers(), Topic.EMBEDDINGS.topicName(), List.of("a vector"));

            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(
                            () -> assertThat(Traffic.readAll(kafka.bootstrapServers(), Topic.STORIES.topicName()))
                                    .isEmpty());

            assertThat(Traffic.readAll(kafka.bootstrapServers(), Topic.EMBEDDINGS.topicName()))
                    .containsExactly("a vector");
        }
    }
}
