package io.musemeter.aggregator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.musemeter.aggregator.Scores;
import io.musemeter.events.EventJson;
import io.musemeter.events.Score;
import io.musemeter.events.Source;
import io.musemeter.events.topics.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several series together, over HTTP. */
@QuarkusTest
@QuarkusTestResource(KafkaForTheApp.class)
class CompareOverHttpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Source SWEEP = new Source.Sweep();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String HERE = "environment=compare";

    @TestHTTPResource
    URI root;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @BeforeEach
    void twoModelsOneOfThemCooler() {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer())) {
            Random random = new Random(11);
            for (int i = 0; i < 200; i++) {
                double temperature = new double[] {0.4, 0.8, 1.2, 1.6}[i % 4];
                for (String model : new String[] {"old", "new"}) {
                    double cooler = model.equals("new") ? 0.08 : 0;
                    double noise = 0.04 * (random.nextDouble() - 0.5);
                    send(producer, model, i, temperature, "edit_distance", 0.3 + 0.2 * temperature - cooler + noise);
                    send(producer, model, i, temperature, "sentence_coherence_1", 0.8 - 0.2 * temperature + noise);
                    send(producer, model, i, temperature, "creative_yield", i % 5 == 0 ? 1 : 0);
                }
            }
        }
        await().atMost(PATIENCE).until(() -> {
            HttpResponse<String> answer = get("/api/correlations?window=all&" + HERE);
            if (answer.statusCode() != 200) {
                return false;
            }
            JsonNode all = EventJson.mapper().readTree(answer.body());
            boolean complete = all.size() == 6;
            for (JsonNode each : all) {
                complete &= each.path("scored").asLong() == 200;
            }
            return complete;
        });
    }

    private static void send(
            KafkaProducer<String, byte[]> producer,
            String model,
            int number,
            double temperature,
            String metric,
            double value) {
        String story = "compare-" + model + number;
        Score score = Scores.moved(
                Scores.scored(Scores.story(story, SWEEP, temperature, Instant.now()), metric, value),
                "compare",
                model,
                "prompt");
        producer.send(
                new ProducerRecord<>(Topic.SCORES.topicName(), score.series().seriesId(), EventJson.write(score)));
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(root.resolve(path)).build(), BodyHandlers.ofString());
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        return EventJson.mapper().readTree(get(path).body());
    }

    private String idOf(String model) throws IOException, InterruptedException {
        return json("/api/correlations?window=all&metric=edit_distance&model=" + model + "&" + HERE)
                .get(0)
                .path("seriesId")
                .asText();
    }

    @Test
    void slopesArePooledOverModels() throws Exception {
        JsonNode pools = json("/api/pooled?over=model&metric=edit_distance&" + HERE);

        assertThat(pools).hasSize(1);
        assertThat(pools.get(0).path("effect").path("estimate").asDouble()).isCloseTo(0.2, within(0.01));
        assertThat(pools.get(0).path("series")).hasSize(2);
        assertThat(pools.get(0).path("effect").path("n").asLong()).isEqualTo(400);
        assertThat(pools.get(0).path("changes").isArray()).isTrue();
        assertThat(get("/api/pooled").statusCode()).isEqualTo(400);
        assertThat(json("/api/pooled").path("parameter").asText()).isEqualTo("over");
    }

    @Test
    void theNewModelIsToldTheTemperatureThatMatchesTheOld() throws Exception {
        String question = "/api/comparisons?from=" + idOf("old") + "&to=" + idOf("new") + "&at=0.8";

        JsonNode comparison = json(question);

        assertThat(comparison.path("sentence").asText()).startsWith("new needs T = 1.");
        assertThat(comparison.path("differences"))
                .hasSize(4)
                .allSatisfy(each -> assertThat(each.path("simultaneousLow").asDouble())
                        .isLessThan(each.path("difference").path("low").asDouble()));
        assertThat(comparison.path("average").path("estimate").asDouble()).isCloseTo(-0.08, within(0.01));
        assertThat(get("/api/comparisons?from=" + idOf("old") + "&to=" + "0".repeat(32))
                        .statusCode())
                .isEqualTo(404);
        assertThat(json(question + "&colour=red").path("parameter").asText()).isEqualTo("colour");
    }

    @Test
    void noveltyIsWeighedAgainstCoherenceAndTemperaturesThatCannotBeToldApartAreNamed() throws Exception {
        JsonNode groups = json("/api/tradeoff?model=new&" + HERE);

        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).path("novelty").path("metric").asText()).isEqualTo("edit_distance");
        assertThat(groups.get(0).path("points")).hasSize(4).allSatisfy(point -> {
            assertThat(point.path("onFront").asBoolean()).isTrue();
            assertThat(point.path("surelyBeaten").isBoolean()).isTrue();
            assertThat(point.path("surelyBeaten").asBoolean()).isFalse();
            assertThat(point.path("yield").path("share").asDouble()).isCloseTo(0.2, within(0.05));
            assertThat(point.path("yield").path("asked").asLong()).isEqualTo(50);
        });
        assertThat(groups.get(0).path("best").path("sentence").asText())
                .startsWith("cannot tell 0.4, 0.8, 1.2 and 1.6 apart");
        assertThat(groups.get(0).path("best").path("options")).hasSize(4);
        assertThat(json("/api/tradeoff?goal=happiness").path("parameter").asText())
                .isEqualTo("goal");
    }
}
