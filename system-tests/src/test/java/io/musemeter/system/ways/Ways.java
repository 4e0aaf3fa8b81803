package io.musemeter.system.ways;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Each way in, by the client that others use. What comes in is the source {@code replay:} with the given name. */
final class Ways {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Ways() {}

    static String exemplar(URI exemplars, String text) throws Exception {
        JsonNode known = post(exemplars, JSON.createObjectNode().put("text", text));
        return known.path("exemplarHash").asText();
    }

    static void http(URI stories, List<ObjectNode> given, String name, String exemplarHash) throws Exception {
        ArrayNode array = JSON.createArrayNode();
        given.forEach(story -> array.add(named(story, name, exemplarHash)));
        JsonNode answer = curlIsInstalled() ? curl(stories, array) : post(stories, array);
        assertThat(answer.path("accepted").asInt()).isEqualTo(given.size());
    }

    private static boolean curlIsInstalled() throws InterruptedException {
        try {
            return new ProcessBuilder("curl", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** What the README shows: the client of most people's first try. */
    private static JsonNode curl(URI uri, JsonNode body) throws IOException, InterruptedException {
        Process curl = new ProcessBuilder(
                        "curl", "-sS", uri.toString(), "-H", "Content-Type: application/json", "--data-binary", "@-")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream in = curl.getOutputStream()) {
            JSON.writeValue(in, body);
        }
        byte[] answer = curl.getInputStream().readAllBytes();
        assertThat(curl.waitFor()).isZero();
        return JSON.readTree(answer);
    }

    static void topic(String bootstrapServers, List<ObjectNode> given, String name, String exemplarHash)
            throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            for (ObjectNode story : given) {
                String value = named(story, name, exemplarHash).toString();
                producer.send(new ProducerRecord<>("stories.ingest", value)).get(30, TimeUnit.SECONDS);
            }
        }
    }

    static void openTelemetry(URI traces, List<ObjectNode> given, String name, String exemplarHash) {
        OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(traces.toString())
                .setCompression("gzip")
                .build();
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build()) {
            Tracer tracer = provider.get("test");
            given.forEach(story -> span(tracer, story, name, exemplarHash));
            assertThat(provider.forceFlush().join(30, TimeUnit.SECONDS).isSuccess())
                    .isTrue();
        }
    }

    /** Erases a story that came in under that name, by the id its sender gave it. */
    static void erase(URI stories, String name, String id) throws Exception {
        HttpResponse<Void> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(stories + "?source=replay:" + name + "&id=" + id))
                                .DELETE()
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        assertThat(response.statusCode()).isEqualTo(200);
    }

    private static void span(Tracer tracer, ObjectNode story, String name, String exemplarHash) {
        tracer.spanBuilder("chat " + story.path("model").asText())
                .setStartTimestamp(Instant.parse(story.path("eventTime").asText()))
                .setAttribute("gen_ai.operation.name", "chat")
                .setAttribute("gen_ai.request.model", story.path("model").asText())
                .setAttribute(
                        "gen_ai.request.temperature", story.path("temperature").asDouble())
                .setAttribute("gen_ai.request.top_p", story.path("topP").asDouble())
                .setAttribute("gen_ai.request.top_k", story.path("topK").asDouble())
                .setAttribute("musemeter.request.min_p", story.path("minP").asDouble())
                .setAttribute("musemeter.source", "replay:" + name)
                .setAttribute("musemeter.exemplar.hash", exemplarHash)
                .setAttribute(
                        "gen_ai.input.messages",
                        messages("user", story.path("prompt").asText()))
                .setAttribute(
                        "gen_ai.output.messages",
                        messages("assistant", story.path("text").asText()))
                .startSpan()
                .end();
    }

    private static ObjectNode named(ObjectNode story, String name, String exemplarHash) {
        return story.deepCopy().put("source", "replay:" + name).put("exemplarHash", exemplarHash);
    }

    private static String messages(String role, String text) {
        ObjectNode part = JSON.createObjectNode().put("type", "text").put("content", text);
        ObjectNode message = JSON.createObjectNode().put("role", role);
        message.putArray("parts").add(part);
        return JSON.createArrayNode().add(message).toString();
    }

    private static JsonNode post(URI uri, JsonNode body) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(uri)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).isEqualTo(200);
        return JSON.readTree(response.body());
    }
}
