package io.musemeter.generator.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.musemeter.events.Story;
import io.musemeter.events.StoryOutcome;
import io.musemeter.events.topics.Topic;
import io.musemeter.generator.support.KafkaResource;
import io.musemeter.generator.support.Paper;
import io.musemeter.generator.support.Requests;
import io.musemeter.generator.support.TopicView;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The same stories come in by the OpenTelemetry SDK, by HTTP, by a Kafka producer and by replay. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
class FourWaysInTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource("/v1/traces")
    URL traces;

    /** What a scorer sees of a story. */
    record Content(String text, String temperature, String samplerHash, String promptId, String model) {
        static Content of(Story story) {
            return new Content(
                    ((StoryOutcome.Written) story.outcome()).text(),
                    story.sampler().temperature().toString(),
                    story.sampler().hash(),
                    story.prompt().id(),
                    story.model().name());
        }
    }

    @Test
    void everyWayInGivesTheSameStories() throws Exception {
        List<String> lines = Paper.lines();

        byReplay(lines);
        byHttp(lines);
        byTopic(lines);
        byOpenTelemetry(lines);

        List<Content> replayed = contents(story -> story.source().text().equals("replay:paper"));
        assertThat(replayed).hasSize(31);
        assertThat(contents(story -> story.environment().equals("by-http")))
                .hasSameElementsAs(replayed)
                .hasSize(31);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(contents(story -> story.environment().equals("by-topic")))
                                .hasSameElementsAs(replayed)
                                .hasSize(31));
        assertThat(contents(story -> story.environment().equals("by-otlp")))
                .hasSameElementsAs(replayed)
                .hasSize(31);
    }

    private static List<Content> contents(Predicate<Story> wanted) {
        return TopicView.values(Topic.STORIES, Story.class).stream()
                .filter(wanted)
                .map(Content::of)
                .toList();
    }

    private static void byReplay(List<String> lines) {
        Requests.of("application/x-ndjson")
                .body(String.join("\n", lines))
                .post("/api/replays/paper")
                .then()
                .body("accepted", equalTo(31));
    }

    private static void byHttp(List<String> lines) {
        given().contentType("application/json")
                .body("[" + String.join(",", inEnvironment(lines, "by-http")) + "]")
                .post("/api/stories")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(31));
    }

    private static void byTopic(List<String> lines) throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (String line : inEnvironment(lines, "by-topic")) {
                producer.send(new ProducerRecord<>(Topic.STORIES_INGEST.topicName(), line))
                        .get(30, TimeUnit.SECONDS);
            }
        }
    }

    private void byOpenTelemetry(List<String> lines) throws IOException {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(traces.toString())
                .setCompression("gzip")
                .build();
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setResource(Resource.builder()
                        .put("deployment.environment.name", "by-otlp")
                        .build())
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build();
        Tracer tracer = provider.get("test");
        for (String line : lines) {
            emit(tracer, JSON.readTree(line));
        }
        CompletableResultCode flushed = provider.forceFlush().join(30, TimeUnit.SECONDS);
        provider.close();
        assertThat(flushed.isSuccess()).isTrue();
    }

    private static void emit(Tracer tracer, JsonNode story) {
        Span span = tracer.spanBuilder("chat " + story.path("model").asText())
                .setAttribute("gen_ai.operation.name", "chat")
                .setAttribute("gen_ai.request.model", story.path("model").asText())
                .setAttribute(
                        "gen_ai.request.temperature", story.path("temperature").asDouble())
                .setAttribute("gen_ai.request.top_p", story.path("topP").asDouble())
                .setAttribute("gen_ai.request.top_k", story.path("topK").asDouble())
                .setAttribute("musemeter.request.min_p", story.path("minP").asDouble())
                .setAttribute(
                        "gen_ai.input.messages",
                        messages("user", story.path("prompt").asText()))
                .setAttribute(
                        "gen_ai.output.messages",
                        messages("assistant", story.path("text").asText()))
                .setAttribute(AttributeKey.stringArrayKey("gen_ai.response.finish_reasons"), List.of("stop"))
                .startSpan();
        span.end();
    }

    private static String messages(String role, String text) {
        return JSON.createArrayNode()
                .add(JSON.createObjectNode()
                        .put("role", role)
                        .set(
                                "parts",
                                JSON.createArrayNode()
                                        .add(JSON.createObjectNode()
                                                .put("type", "text")
                                                .put("content", text))))
                .toString();
    }

    private static List<String> inEnvironment(List<String> lines, String environment) {
        return lines.stream()
                .map(line -> line.replaceFirst("\\{", "{\"environment\":\"" + environment + "\","))
                .toList();
    }
}
