package io.musemeter.generator.scoresout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.musemeter.events.EventJson;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import io.musemeter.events.topics.Topic;
import io.musemeter.generator.support.KafkaResource;
import io.musemeter.generator.support.TopicView;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scores arrive at a receiver that speaks OTLP, below the span that asked for the story. */
@QuarkusTest
@TestProfile(ScoresOutTest.Sending.class)
@QuarkusTestResource(KafkaResource.class)
class ScoresOutTest {
    private static final String GROUP = "musemeter-scores-out";

    public static class Sending implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "musemeter.generator.scores-out.enabled", "true",
                    "musemeter.generator.scores-out.backoff", "PT0.01S",
                    "musemeter.generator.scores-out.longest-backoff", "PT0.05S");
        }

        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(OtlpReceiver.class));
        }
    }

    @AfterEach
    void backInOrder() {
        OtlpReceiver.away(false);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofMinutes(1));
    }

    private static void produce(byte[]... values) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (byte[] value : values) {
                producer.send(new ProducerRecord<>(Topic.SCORES.topicName(), 0, "series", value))
                        .get(30, TimeUnit.SECONDS);
            }
        }
    }

    private static String bootstrap() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }

    /** The offset behind the last score that is done with. */
    private static long committed() throws Exception {
        TopicPartition partition = new TopicPartition(Topic.SCORES.topicName(), 0);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
            OffsetAndMetadata offset = admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get(30, TimeUnit.SECONDS)
                    .get(partition);
            return offset == null ? 0 : offset.offset();
        }
    }

    /** The offset behind the last score there is. */
    private static long end() {
        return TopicView.records(Topic.SCORES).stream()
                .mapToLong(record -> record.offset() + 1)
                .max()
                .orElse(0);
    }

    private static List<LogRecord> eventsOf(String storyId) {
        return OtlpReceiver.events().stream()
                .filter(event ->
                        storyId.equals(attribute(event, "musemeter.story.id").getStringValue()))
                .toList();
    }

    private static AnyValue attribute(LogRecord event, String key) {
        return event.getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals(key))
                .findFirst()
                .map(attribute -> attribute.getValue())
                .orElse(AnyValue.getDefaultInstance());
    }

    private static String newStory() {
        return UUID.randomUUID().toString();
    }

    @Test
    void aScoreIsAnEventOfTheSpanThatAskedForTheStory() throws Exception {
        String story = newStory();

        produce(EventJson.write(Scores.traced(story, new ScoreOutcome.Scored(0.25))));

        soon().untilAsserted(() -> assertThat(eventsOf(story)).singleElement().satisfies(event -> {
            assertThat(event.getEventName()).isEqualTo("gen_ai.evaluation.result");
            assertThat(HexFormat.of().formatHex(event.getTraceId().toByteArray()))
                    .isEqualTo(Scores.TRACE);
            assertThat(HexFormat.of().formatHex(event.getSpanId().toByteArray()))
                    .isEqualTo(Scores.SPAN);
            assertThat(event.getTimeUnixNano()).isEqualTo(1_767_225_600_000_000_001L);
            assertThat(attribute(event, "gen_ai.evaluation.name").getStringValue())
                    .isEqualTo("edit_distance");
            assertThat(attribute(event, "gen_ai.evaluation.score.value").getDoubleValue())
                    .isEqualTo(0.25);
            assertThat(attribute(event, "gen_ai.request.temperature").getDoubleValue())
                    .isEqualTo(0.7);
        }));
    }

    @Test
    void whatHasNoValueSaysWhy() throws Exception {
        String story = newStory();

        produce(EventJson.write(Scores.traced(story, new ScoreOutcome.Unscorable(UnscorableReason.TOO_SHORT))));

        soon().untilAsserted(() -> assertThat(eventsOf(story)).singleElement().satisfies(event -> {
            assertThat(attribute(event, "gen_ai.evaluation.score.value").hasDoubleValue())
                    .isFalse();
            assertThat(attribute(event, "gen_ai.evaluation.score.label").getStringValue())
                    .isEqualTo("unscorable");
            assertThat(attribute(event, "gen_ai.evaluation.explanation").getStringValue())
                    .isEqualTo("too_short");
        }));
    }

    @Test
    void scoresWithoutASpanAndRecordsThatAreNoneStayBehindAndHoldNothingUp() throws Exception {
        String untraced = newStory();
        String traced = newStory();

        produce(
                EventJson.write(Scores.untraced(untraced, new ScoreOutcome.Scored(1))),
                "nonsense".getBytes(StandardCharsets.UTF_8),
                EventJson.write(Scores.traced(traced, new ScoreOutcome.Scored(1))));

        soon().untilAsserted(() -> assertThat(eventsOf(traced)).hasSize(1));
        assertThat(eventsOf(untraced)).isEmpty();
    }

    @Test
    void aReceiverInTroubleIsAskedAgainUntilItAnswers() throws Exception {
        String story = newStory();
        OtlpReceiver.refuse(401, 403, 429, 502, 503, 504);

        produce(EventJson.write(Scores.traced(story, new ScoreOutcome.Scored(1))));

        soon().untilAsserted(() -> assertThat(eventsOf(story)).hasSize(1));
    }

    @Test
    void nothingIsCommittedBeforeTheReceiverHasIt() throws Exception {
        String story = newStory();
        String before = newStory();
        produce(EventJson.write(Scores.traced(before, new ScoreOutcome.Scored(1))));
        soon().untilAsserted(() -> assertThat(eventsOf(before)).hasSize(1));
        soon().untilAsserted(() -> assertThat(committed()).isEqualTo(end()));
        OtlpReceiver.away(true);
        int refused = OtlpReceiver.refused();
        long committed = committed();

        produce(EventJson.write(Scores.traced(story, new ScoreOutcome.Scored(1))));

        soon().untilAsserted(() -> assertThat(OtlpReceiver.refused()).isGreaterThan(refused + 5));
        assertThat(committed()).isEqualTo(committed);
        OtlpReceiver.away(false);
        soon().untilAsserted(() -> assertThat(eventsOf(story)).hasSize(1));
        soon().untilAsserted(() -> assertThat(committed()).isEqualTo(committed + 1));
    }

    @Test
    void aBatchThatIsRefusedForGoodDoesNotHoldUpTheNext() throws Exception {
        String refused = newStory();
        String next = newStory();
        OtlpReceiver.refuse(400);
        produce(EventJson.write(Scores.traced(refused, new ScoreOutcome.Scored(1))));
        soon().untilAsserted(() -> assertThat(OtlpReceiver.refused()).isPositive());

        produce(EventJson.write(Scores.traced(next, new ScoreOutcome.Scored(1))));

        soon().untilAsserted(() -> assertThat(eventsOf(next)).hasSize(1));
        assertThat(eventsOf(refused)).isEmpty();
    }
}
