package io.musemeter.generator.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.musemeter.events.Exemplar;
import io.musemeter.events.Rejected;
import io.musemeter.events.Story;
import io.musemeter.events.topics.Topic;
import io.musemeter.generator.support.KafkaResource;
import io.musemeter.generator.support.Requests;
import io.musemeter.generator.support.TopicView;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
class IngestTest {
    private static final String STORY = "{\"id\":\"%s\",\"model\":\"%s\",\"temperature\":%s,\"text\":\"Once.\"}";

    private static ValidatableResponse post(String json) {
        return given().contentType("application/json")
                .body(json)
                .post("/api/stories")
                .then();
    }

    private static List<Story> storiesOf(String model) {
        return TopicView.values(Topic.STORIES, Story.class).stream()
                .filter(story -> story.model().name().equals(model))
                .toList();
    }

    @Test
    void oneStoryIsAnsweredWithItsIdentity() {
        post(STORY.formatted("a", "one", "1")).statusCode(202).body("storyId", notNullValue());

        assertThat(storiesOf("one")).hasSize(1);
    }

    @Test
    void sentTwiceItIsTheSameStory() {
        String first = post(STORY.formatted("a", "twice", "1")).extract().path("storyId");
        String second = post(STORY.formatted("a", "twice", "1")).extract().path("storyId");

        assertThat(second).isEqualTo(first);
    }

    @Test
    void oneBadStoryIsABadRequestAndIsKept() {
        post(STORY.formatted("a", "bad-one", "7"))
                .statusCode(400)
                .body("field", equalTo("temperature"))
                .body("problem", equalTo("must lie in [0, 5]"));

        assertThat(TopicView.values(Topic.STORIES_REJECTED, Rejected.class))
                .anySatisfy(rejected -> assertThat(rejected.origin().topic()).isEqualTo("http"));
    }

    @Test
    void aTextOf64KiBIsTakenAndOneByteMoreIsNot() {
        // Two bytes a character: the bound is one of bytes.
        String longest = "\u00e9".repeat(32 << 10);
        String story = "{\"id\":\"%s\",\"model\":\"long\",\"temperature\":1,\"text\":\"%s\"}";

        post(story.formatted("fits", longest)).statusCode(202);
        post(story.formatted("too-long", longest + "x"))
                .statusCode(400)
                .body("field", equalTo("text"))
                .body("problem", equalTo("is longer than 65536 bytes"));
    }

    @Test
    void anArraysGoodStoriesAreTakenWhileItsBadOnesAreReported() {
        post("[" + STORY.formatted("a", "array", "1") + ",{}," + STORY.formatted("b", "array", "2") + "]")
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(1))
                .body("problems[0].line", equalTo(2));

        assertThat(storiesOf("array")).hasSize(2);
    }

    @Test
    void jsonLinesAreTakenOneByOne() {
        Requests.of("application/x-ndjson")
                .body(STORY.formatted("a", "lines", "1") + "\nnonsense\n" + STORY.formatted("b", "lines", "2"))
                .post("/api/stories")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("problems[0].line", equalTo(2));
    }

    @Test
    void productionsFirstColdStoryIsTheExemplarOfThoseThatFollow() {
        post(STORY.formatted("early", "cold", "1"));
        post(STORY.formatted("cold", "cold", "0.05"));
        post(STORY.formatted("late", "cold", "1"));

        List<Story> stories = storiesOf("cold");
        assertThat(stories).extracting(Story::exemplarHash).containsOnlyOnce((String) null);
        String hash = stories.stream()
                .filter(story -> story.sampler().temperature().toString().equals("0.05"))
                .map(Story::exemplarHash)
                .findFirst()
                .orElseThrow();
        assertThat(TopicView.values(Topic.EXEMPLARS, Exemplar.class)).anySatisfy(exemplar -> {
            assertThat(exemplar.exemplarHash()).isEqualTo(hash);
            assertThat(exemplar.origin()).isEqualTo(Exemplar.Origin.FIRST_COLD_STORY);
        });
    }

    @Test
    void aBodyBeyondTheBoundIsTooLarge() {
        post("{\"text\":\"" + "x".repeat(9_000_000) + "\"}").statusCode(413);
    }

    @Test
    void aGzipBombIsTooLarge() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++) {
                gzip.write(zeros);
            }
        }

        Requests.ofBytes("application/x-protobuf")
                .header("Content-Encoding", "gzip")
                .body(bomb.toByteArray())
                .post("/v1/traces")
                .then()
                .statusCode(413);
    }

    @Test
    void garbageIsABadRequestAndSaidInTheFormOfItsRequest() throws IOException {
        byte[] status = Requests.ofBytes("application/x-protobuf")
                .body(new byte[] {(byte) 0xff, 1, 2, 3})
                .post("/v1/traces")
                .then()
                .statusCode(400)
                .contentType("application/x-protobuf")
                .extract()
                .asByteArray();
        // google.rpc.Status: code 3, INVALID_ARGUMENT, and a message.
        UnknownFieldSet fields = UnknownFieldSet.parseFrom(status);
        assertThat(fields.getField(1).getVarintList()).containsExactly(3L);
        assertThat(fields.getField(2).getLengthDelimitedList())
                .containsExactly(ByteString.copyFromUtf8("$: is not OTLP protobuf"));
        given().contentType("application/json")
                .body("{\"resourceSpans\":7}")
                .post("/v1/traces")
                .then()
                .statusCode(400)
                .body("code", equalTo(3))
                .body("message", equalTo("$: is not OTLP JSON"));
    }

    @Test
    void anotherContentTypeIsUnsupported() {
        given().contentType("text/plain").body("x").post("/v1/traces").then().statusCode(415);
        given().contentType("text/plain").body("x").post("/api/stories").then().statusCode(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/stories", "/api/replays/zipped"})
    void jsonLinesInAnEncodingAreUnsupported(String path) {
        Requests.ofBytes("application/x-ndjson")
                .header("Content-Encoding", "gzip")
                .body(new byte[] {31, (byte) 139, 8, 0, 10})
                .post(path)
                .then()
                .statusCode(415)
                .body("field", equalTo("Content-Encoding"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/assignments", "/api/exemplars"})
    void nullIsABadRequest(String path) {
        given().contentType("application/json")
                .body("null")
                .post(path)
                .then()
                .statusCode(400)
                .body("problem", equalTo("is required"));
    }

    @Test
    void nullIsNoChangeOfASweep() {
        given().contentType("application/json")
                .body("null")
                .put("/api/sweeps")
                .then()
                .statusCode(400);
    }

    @Test
    void anotherSiteIsForbidden() {
        given().contentType("application/json")
                .header("Origin", "http://evil.example")
                .body(STORY.formatted("a", "evil", "1"))
                .post("/api/stories")
                .then()
                .statusCode(403);

        assertThat(storiesOf("evil")).isEmpty();
    }

    @Test
    void otlpJsonCarriesItsIdsInHexadecimal() {
        given().contentType("application/json")
                .body("""
                        {"resourceSpans":[{"scopeSpans":[{"spans":[
                          {"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b174",
                           "startTimeUnixNano":"1700000000000000000","unheardOf":1,"kind":3,
                           "attributes":[
                            {"key":"gen_ai.request.model","value":{"stringValue":"otlp-json"}},
                            {"key":"gen_ai.request.temperature","value":{"doubleValue":0.5}},
                            {"key":"gen_ai.completion","value":{"stringValue":"Once."}}]},
                          {"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b175",
                           "attributes":[
                            {"key":"gen_ai.request.model","value":{"stringValue":"otlp-json"}}]}]}]}]}""")
                .post("/v1/traces")
                .then()
                .statusCode(200)
                .body("partialSuccess.rejectedSpans", equalTo("1"))
                .body(
                        "partialSuccess.errorMessage",
                        equalTo("1 with no output messages; enable the capture of message content"));

        assertThat(storiesOf("otlp-json")).singleElement().satisfies(story -> {
            assertThat(story.traceId()).isEqualTo("5b8efff798038103d269b633813fc60c");
            assertThat(story.spanId()).isEqualTo("eee19b7ec3c1b174");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"stringValue\":\"1e400\"", "\"doubleValue\":\"-Infinity\"", "\"doubleValue\":\"NaN\""})
    void aSpanWithATemperatureBeyondAllNumbersIsToldWhileTheRestIsTaken(String temperature) {
        String model = "beside " + Integer.toHexString(temperature.hashCode());
        given().contentType("application/json")
                .body("""
                        {"resourceSpans":[{"scopeSpans":[{"spans":[
                          {"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b177",
                           "attributes":[
                            {"key":"gen_ai.request.model","value":{"stringValue":"beyond"}},
                            {"key":"gen_ai.request.temperature","value":{%s}},
                            {"key":"gen_ai.completion","value":{"stringValue":"Once."}}]},
                          {"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b178",
                           "attributes":[
                            {"key":"gen_ai.request.model","value":{"stringValue":"%s"}},
                            {"key":"gen_ai.request.temperature","value":{"doubleValue":0.5}},
                            {"key":"gen_ai.completion","value":{"stringValue":"Once."}}]}]}]}]}""".formatted(temperature, model))
                .post("/v1/traces")
                .then()
                .statusCode(200)
                .body("partialSuccess.rejectedSpans", equalTo("1"));

        assertThat(storiesOf(model)).hasSize(1);
    }

    @Test
    void aSpanCountsOnceAsRejectedHoweverManyOfItsAnswersAre() {
        given().contentType("application/json")
                .body("""
                        {"resourceSpans":[{"scopeSpans":[{"spans":[
                          {"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b179",
                           "attributes":[
                            {"key":"gen_ai.request.model","value":{"stringValue":"choices"}},
                            {"key":"gen_ai.request.temperature","value":{"doubleValue":9}},
                            {"key":"gen_ai.completion","value":{"stringValue":
                              "[{\\"content\\":\\"One.\\"},{\\"content\\":\\"Two.\\"}]"}}]}]}]}]}""")
                .post("/v1/traces")
                .then()
                .statusCode(200)
                .body("partialSuccess.rejectedSpans", equalTo("1"));
    }

    @Test
    void aSpanThatDoesNotSayWhenItBeganHasBegunWhenItArrived() {
        Instant before = Instant.now().minusSeconds(1);
        given().contentType("application/json")
                .body("""
                        {"resourceSpans":[{"scopeSpans":[{"spans":[
                          {"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b180",
                           "attributes":[
                            {"key":"gen_ai.request.model","value":{"stringValue":"timeless"}},
                            {"key":"gen_ai.request.temperature","value":{"doubleValue":1}},
                            {"key":"gen_ai.completion","value":{"stringValue":"Once."}}]}]}]}]}""")
                .post("/v1/traces")
                .then()
                .statusCode(200);

        assertThat(storiesOf("timeless"))
                .singleElement()
                .satisfies(story -> assertThat(story.eventTime()).isBetween(before, Instant.now()));
    }

    @Test
    void aChoiceAsALogEventOfItsOwnIsSaidToLackItsTemperature() {
        given().contentType("application/json")
                .body("""
                        {"resourceLogs":[{"scopeLogs":[{"logRecords":[
                          {"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b181",
                           "eventName":"gen_ai.choice",
                           "body":{"kvlistValue":{"values":[{"key":"message","value":{"kvlistValue":{"values":[
                             {"key":"content","value":{"stringValue":"Once."}}]}}}]}}}]}]}]}""")
                .post("/v1/logs")
                .then()
                .statusCode(200)
                .body("partialSuccess.rejectedLogRecords", equalTo("1"))
                .body(
                        "partialSuccess.errorMessage",
                        equalTo("1 with no gen_ai.request.temperature; set it explicitly"));
    }

    @Test
    void theEventOfTheLogsSignalIsAStory() {
        given().contentType("application/json")
                .body("""
                        {"resourceLogs":[{"scopeLogs":[{"logRecords":[
                          {"traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b176",
                           "timeUnixNano":"1700000000000000000",
                           "eventName":"gen_ai.client.inference.operation.details",
                           "attributes":[
                            {"key":"gen_ai.request.model","value":{"stringValue":"otlp-log"}},
                            {"key":"gen_ai.request.temperature","value":{"doubleValue":0.5}},
                            {"key":"gen_ai.output.messages","value":{"stringValue":
                              "[{\\"parts\\":[{\\"type\\":\\"text\\",\\"content\\":\\"Once.\\"}]}]"}}]},
                          {"body":{"stringValue":"a log line of something else"}}]}]}]}""")
                .post("/v1/logs")
                .then()
                .statusCode(200)
                .body("partialSuccess", equalTo(null));

        assertThat(storiesOf("otlp-log")).hasSize(1);
    }

    @Test
    void aBadRecordOfTheTopicIsRejectedByItsPlaceWhileTheRestGoesOn() throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        List<String> expected = new ArrayList<>();
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            expected.add(send(producer, "{\"id\":") + " $");
            send(producer, STORY.formatted("a", "topic", "1"));
            expected.add(send(
                            producer,
                            STORY.formatted("b", "topic", "1"),
                            new RecordHeader("ce_type", "io.musemeter.story.v9".getBytes(StandardCharsets.UTF_8)))
                    + " ce_type");
            expected.add(send(producer, null) + " $");
        }

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(TopicView.values(Topic.STORIES_REJECTED, Rejected.class).stream()
                                .map(rejected -> rejected.origin().key() + " " + rejected.field()))
                        .containsAll(expected));
        assertThat(storiesOf("topic")).hasSize(1);
    }

    /** Sends a value and says where it went, as the key of its rejection would. */
    private static String send(KafkaProducer<String, byte[]> producer, String value, Header... headers)
            throws Exception {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(
                Topic.STORIES_INGEST.topicName(), value == null ? null : value.getBytes(StandardCharsets.UTF_8));
        List.of(headers).forEach(record.headers()::add);
        RecordMetadata sent = producer.send(record).get(30, TimeUnit.SECONDS);
        return sent.topic() + "-" + sent.partition() + "-" + sent.offset();
    }

    @Test
    void theIncomingTopicIsTheContracts() {
        assertThat(ConfigProvider.getConfig().getValue("mp.messaging.incoming.stories-ingest.topic", String.class))
                .isEqualTo(Topic.STORIES_INGEST.topicName());
    }
}
