package io.musemeter.generator.privacy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.musemeter.events.Exemplar;
import io.musemeter.events.Rejected;
import io.musemeter.events.Story;
import io.musemeter.events.StoryOutcome;
import io.musemeter.events.topics.Topic;
import io.musemeter.generator.support.KafkaResource;
import io.musemeter.generator.support.Requests;
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
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What a rule replaces stands in no topic that the generator writes, whichever way the text came in. */
@QuarkusTest
@TestProfile(RedactionTest.Redacting.class)
@QuarkusTestResource(KafkaResource.class)
class RedactionTest {
    private static final String ADDRESS = "maria@example.org";
    private static final String STORY =
            "{\"id\":\"%s\",\"model\":\"%s\",\"temperature\":%s,\"text\":\"Once " + ADDRESS + " wrote.\"}";

    public static class Redacting implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("musemeter.generator.privacy.redact.mail.pattern", "(?<![\\w.])[\\w.]++@[\\w.]+");
        }
    }

    private static List<String> textsOf(String model) {
        return TopicView.values(Topic.STORIES, Story.class).stream()
                .filter(story -> story.model().name().equals(model))
                .map(story -> ((StoryOutcome.Written) story.outcome()).text())
                .toList();
    }

    private static void assertNowhere(Topic topic) {
        assertThat(TopicView.records(topic))
                .isNotEmpty()
                .noneMatch(record -> new String(record.value(), StandardCharsets.UTF_8).contains(ADDRESS));
    }

    @Test
    void byHttp() {
        given().contentType("application/json")
                .body(STORY.formatted("a", "by-http", "0"))
                .post("/api/stories");
        Requests.of("application/x-ndjson")
                .body(STORY.formatted("b", "by-http", "1"))
                .post("/api/stories");

        assertThat(textsOf("by-http")).hasSize(2).containsOnly("Once [redacted] wrote.");
        assertNowhere(Topic.STORIES);
        // The first of them, at temperature 0, has become the exemplar of the others.
        assertNowhere(Topic.EXEMPLARS);
    }

    @Test
    void byReplay() {
        Requests.of("application/x-ndjson")
                .body(STORY.formatted("a", "by-replay", "1"))
                .post("/api/replays/redacted");

        assertThat(textsOf("by-replay")).containsExactly("Once [redacted] wrote.");
    }

    @Test
    void byOpenTelemetry() {
        given().contentType("application/json").body("""
                        {"resourceSpans":[{"scopeSpans":[{"spans":[
                          {"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b174",
                           "attributes":[
                            {"key":"gen_ai.request.model","value":{"stringValue":"by-otlp"}},
                            {"key":"gen_ai.request.temperature","value":{"doubleValue":0.5}},
                            {"key":"gen_ai.completion","value":{"stringValue":"Once %s wrote."}}]}]}]}]}""".formatted(ADDRESS)).post("/v1/traces");

        assertThat(textsOf("by-otlp")).containsExactly("Once [redacted] wrote.");
    }

    @Test
    void byTopic() throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topic.STORIES_INGEST.topicName(), STORY.formatted("a", "by-topic", "1")))
                    .get(30, TimeUnit.SECONDS);
        }

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(textsOf("by-topic")).containsExactly("Once [redacted] wrote."));
    }

    @Test
    void inAnExemplar() {
        String hash = given().contentType("application/json")
                .body("{\"text\":\"Once " + ADDRESS + " wrote an exemplar.\"}")
                .post("/api/exemplars")
                .path("exemplarHash");

        assertThat(TopicView.values(Topic.EXEMPLARS, Exemplar.class))
                .filteredOn(exemplar -> exemplar.exemplarHash().equals(hash))
                .extracting(Exemplar::text)
                .containsExactly("Once [redacted] wrote an exemplar.");
    }

    @Test
    void whatBreaksTheContractIsKeptAsItsHashAlone() {
        given().contentType("application/json")
                .body(STORY.formatted("a", "bad", "7"))
                .post("/api/stories")
                .then()
                .statusCode(400);

        assertThat(TopicView.values(Topic.STORIES_REJECTED, Rejected.class))
                .isNotEmpty()
                .allSatisfy(rejected -> assertThat(rejected.receivedBase64()).isNull());
    }
}
