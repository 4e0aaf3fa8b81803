package io.musemeter.generator.otlp;

import static io.musemeter.generator.otlp.Spans.request;
import static io.musemeter.generator.otlp.Spans.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.musemeter.events.Rejected;
import io.musemeter.events.Story;
import io.musemeter.events.topics.Topic;
import io.musemeter.generator.support.KafkaResource;
import io.musemeter.generator.support.TopicView;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The topic as the Collector's kafka exporter writes it: {@code otlp_proto}, without a header that says so. */
@QuarkusTest
@TestProfile(OtlpTopicTest.AsTheCollectorWrites.class)
@QuarkusTestResource(KafkaResource.class)
class OtlpTopicTest {
    public static class AsTheCollectorWrites implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("musemeter.generator.intake.topic-encoding", "otlp-traces");
        }
    }

    private static RecordMetadata send(byte[] value, Header... headers) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(Topic.STORIES_INGEST.topicName(), value);
            List.of(headers).forEach(record.headers()::add);
            return producer.send(record).get(30, TimeUnit.SECONDS);
        }
    }

    private static void awaitStoryOf(String model) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(TopicView.values(Topic.STORIES, Story.class))
                        .filteredOn(story -> story.model().name().equals(model))
                        .hasSize(1));
    }

    @Test
    void spansBecomeStories() throws Exception {
        send(request(span(
                        "gen_ai.request.model",
                        "collected",
                        "gen_ai.request.temperature",
                        0.7,
                        "gen_ai.completion",
                        "Once."))
                .toByteArray());

        awaitStoryOf("collected");
    }

    @Test
    void aRecordThatSaysItIsJsonIsReadAsJson() throws Exception {
        send(
                "{\"id\":\"a\",\"model\":\"as-json\",\"temperature\":1,\"text\":\"Once.\"}"
                        .getBytes(StandardCharsets.UTF_8),
                new RecordHeader("content-type", "application/json".getBytes(StandardCharsets.UTF_8)));

        awaitStoryOf("as-json");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN})
    void aTemperatureBeyondAllNumbersIsRejectedAndStopsNothing(double temperature) throws Exception {
        RecordMetadata sent = send(request(span(
                        "gen_ai.request.model",
                        "beyond",
                        "gen_ai.request.temperature",
                        temperature,
                        "gen_ai.completion",
                        "Once."))
                .toByteArray());
        send(request(span(
                        "gen_ai.request.model",
                        "after " + temperature,
                        "gen_ai.request.temperature",
                        0.7,
                        "gen_ai.completion",
                        "Once."))
                .toByteArray());

        awaitStoryOf("after " + temperature);
        assertThat(TopicView.values(Topic.STORIES_REJECTED, Rejected.class))
                .filteredOn(rejected ->
                        rejected.origin().key().equals(sent.topic() + "-" + sent.partition() + "-" + sent.offset()))
                .singleElement()
                .satisfies(rejected -> assertThat(rejected.field()).isEqualTo("temperature"));
    }

    @Test
    void garbageIsRejectedByItsPlace() throws Exception {
        RecordMetadata sent = send(new byte[] {(byte) 0xff, 1, 2, 3});
        String key = sent.topic() + "-" + sent.partition() + "-" + sent.offset();

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(TopicView.values(Topic.STORIES_REJECTED, Rejected.class))
                        .extracting(rejected -> rejected.origin().key())
                        .contains(key));
    }
}
