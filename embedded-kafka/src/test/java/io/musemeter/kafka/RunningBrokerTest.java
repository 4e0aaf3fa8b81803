package io.musemeter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musemeter.events.topics.Topic;
import io.musemeter.events.topics.TopicCatalogue;
import io.musemeter.events.topics.TopicSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningBrokerTest {
    @TempDir
    static Path data;

    @TempDir
    Path elsewhere;

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
    void everyDeclaredTopicIsThereWithItsPartitions() throws Exception {
        try (Admin admin = admin()) {
            Map<String, TopicDescription> topics = admin.describeTopics(
                            TopicCatalogue.all().stream().map(TopicSpec::name).toList())
                    .allTopicNames()
                    .get();

            assertThat(TopicCatalogue.all())
                    .allSatisfy(topic -> assertThat(topics.get(topic.name()).partitions())
                            .hasSize(topic.partitions().local()));
        }
    }

    @Test
    void anUndeclaredTopicIsNotMadeByWritingToIt() throws Exception {
        assertThatThrownBy(() -> Traffic.write(kafka.bootstrapServers(), "undeclared", List.of("x")))
                .hasMessageContaining("undeclared");

        try (Admin admin = admin()) {
            assertThat(admin.listTopics().names().get()).doesNotContain("undeclared");
        }
    }

    @Test
    void aStoryOfTheGreatestLengthPasses() throws Exception {
        String longest = "\u8a9e".repeat(1_000_000);

        Traffic.write(kafka.bootstrapServers(), Topic.STORIES.topicName(), List.of(longest));

        assertThat(Traffic.readAll(kafka.bootstrapServers(), Topic.STORIES.topicName()))
                .containsExactly(longest);
    }

    @Test
    void aTakenPortIsNamed() {
        int taken = Integer.parseInt(kafka.bootstrapServers().split(":")[1]);

        assertThatThrownBy(() -> EmbeddedKafka.start(KafkaOptions.in(elsewhere).onPort(taken)))
                .isInstanceOfSatisfying(
                        EmbeddedKafkaException.class,
                        e -> assertThat(e.reason()).isEqualTo(FailureReason.PORT_TAKEN))
                .hasMessageContaining("port " + taken + " on 127.0.0.1 is taken");
    }

    @Test
    void aFolderInUseNamesTheProcessThatHasIt() {
        assertThatThrownBy(() -> EmbeddedKafka.start(KafkaOptions.in(data)))
                .isInstanceOfSatisfying(
                        EmbeddedKafkaException.class,
                        e -> assertThat(e.reason()).isEqualTo(FailureReason.FOLDER_IN_USE))
                .hasMessageContaining("already in use by process " + kafka.pid());
    }

    @Test
    void theKafkaServerStaysOffTheClassPathOfThisProcessesUsers() throws Exception {
        String command = ProcessHandle.of(kafka.pid())
                .flatMap(process -> process.info().commandLine())
                .orElseThrow();

        assertThat(command).contains("kafka_2.13-").doesNotContain("testcontainers");
        assertThat(Files.readString(data.resolve("server.properties"))).contains("PLAINTEXT\\://127.0.0.1");
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }
}
