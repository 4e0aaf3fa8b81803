package io.musemeter.aggregator.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.musemeter.aggregator.Scores;
import io.musemeter.events.EventJson;
import io.musemeter.events.Score;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import io.musemeter.events.embedding.EmbeddingVector;
import io.musemeter.events.embedding.StoryEmbedding;
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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The application as it is started, over HTTP. */
@QuarkusTest
@QuarkusTestResource(KafkaForTheApp.class)
class RunningAggregatorTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String METRIC = "edit_distance";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TestHTTPResource
    URI root;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    @BeforeEach
    void aSweepOfScores() {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer())) {
            Random random = new Random(3);
            Instant before = Instant.now().minus(Duration.ofDays(4));
            for (int i = 0; i < 70; i++) {
                Story story = Scores.story("early" + i, new Source.Sweep(), i % 7 / 3.0, before.plusSeconds(i));
                Score score = Scores.scored(story, METRIC, 0.3 + i % 7 * 0.05 + random.nextDouble() / 50);
                Score answered = Scores.sized(Scores.answeredBy(score, "model-1", "system-1"), words(i), 2 * words(i));
                send(producer, Topic.SCORES, score.series().seriesId(), answered);
            }
            for (int i = 0; i < 140; i++) {
                Story story = Scores.story("app" + i, new Source.Sweep(), i % 7 / 3.0, Instant.now());
                send(producer, Topic.STORIES, story.storyId(), story);
                Score bare = Scores.scored(story, METRIC, Math.min(1, 0.3 + i % 7 * 0.05 + random.nextDouble() / 10));
                Score score = Scores.sized(Scores.answeredBy(bare, "model-2", "system-2"), words(i), 2 * words(i));
                send(producer, Topic.SCORES, score.series().seriesId(), i == 0 ? Scores.failed(story, METRIC) : score);
            }
            Score late = Scores.scored(
                    Scores.story("late", new Source.Sweep(), 1, Instant.now().minus(Duration.ofDays(2))), METRIC, 0.5);
            send(producer, Topic.SCORES, late.series().seriesId(), late);
            Score duplicate =
                    Scores.scored(Scores.story("app1", new Source.Sweep(), 1 / 3.0, Instant.now()), METRIC, 0.4);
            send(producer, Topic.SCORES, duplicate.series().seriesId(), duplicate);
            send(producer, Topic.SCORES, duplicate.series().seriesId(), duplicate);
            producer.send(new ProducerRecord<>(Topic.SCORES.topicName(), "key", new byte[] {1}));
            producer.send(new ProducerRecord<>(Topic.STORIES.topicName(), "key", new byte[] {1}));
        }
        await().atMost(PATIENCE).until(() -> get("/q/health/ready").statusCode() == 200);
        await().atMost(PATIENCE).until(() -> {
            JsonNode all = EventJson.mapper()
                    .readTree(
                            get("/api/correlations?window=all&environment=test").body());
            return all.size() == 1 && all.get(0).path("scored").asLong() >= 209;
        });
    }

    /** Longer when hotter, and not by that alone. */
    private static int words(int number) {
        return 100 + 20 * (number % 7) + number % 11;
    }

    private static void send(KafkaProducer<String, byte[]> producer, Topic topic, String key, Object event) {
        producer.send(new ProducerRecord<>(topic.topicName(), key, EventJson.write(event)));
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private JsonNode json(String path) throws IOException, InterruptedException {
        return EventJson.mapper().readTree(get(path).body());
    }

    @Test
    void answersCarryTheirUncertaintyAndWhatIsMissing() throws Exception {
        JsonNode answer = json("/api/correlations?window=all&environment=test&metric=" + METRIC)
                .get(0);

        assertThat(answer.path("slope").path("low").asDouble()).isPositive();
        assertThat(answer.path("verdict").path("kind").asText()).isEqualTo("Related");
        assertThat(answer.path("q").asDouble()).isLessThan(0.05);
        assertThat(answer.path("cells")).hasSize(7);
        assertThat(answer.path("evaluatorId").asText()).isEqualTo("computed/test/1/none");
    }

    @Test
    void theShapeAndTheSlopeAtOneLengthAreServedWithTheirNumbers() throws Exception {
        JsonNode answer = json("/api/correlations?window=all&environment=test&metric=" + METRIC)
                .get(0);

        assertThat(answer.path("slope").path("n").asLong())
                .isEqualTo(answer.path("n").asLong());
        JsonNode atOneLength = answer.path("scope").path("atOneLength");
        assertThat(atOneLength.path("slope").path("n").asLong())
                .isEqualTo(answer.path("n").asLong());
        assertThat(atOneLength.path("slope").path("low").asDouble())
                .isLessThan(atOneLength.path("slope").path("high").asDouble());
        assertThat(atOneLength.path("perWord").isNumber()).isTrue();
        assertThat(atOneLength.path("wordsPerTemperature").asDouble()).isPositive();
        JsonNode shape = answer.path("shape");
        assertThat(shape.path("lackOfFit").path("p").asDouble()).isBetween(0.0, 1.0);
        // Of the seven temperatures the headline leaves out the coldest.
        assertThat(shape.path("leaveOneOut")).hasSize(6);
        assertThat(answer.path("scope")
                        .path("missing")
                        .path("unscored")
                        .path("n")
                        .asLong())
                .isGreaterThanOrEqualTo(answer.path("n").asLong());
        assertThat(answer.path("changes").findValuesAsText("kind")).contains("responseModel");
        assertThat(answer.path("evidence").path("epochs").isInt()).isTrue();
    }

    @Test
    void aSeriesIsFoundByItsId() throws Exception {
        String id = json("/api/correlations?window=all&environment=test")
                .get(0)
                .path("seriesId")
                .asText();

        assertThat(json("/api/correlations/" + id)).hasSize(5);
        assertThat(get("/api/correlations/" + "0".repeat(32)).statusCode()).isEqualTo(404);
    }

    @Test
    void aParameterThatMakesNoSenseIsNamedInAProblem() throws Exception {
        HttpResponse<String> response = get("/api/correlations?window=2h");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(EventJson.mapper()
                        .readTree(response.body())
                        .path("parameter")
                        .asText())
                .isEqualTo("window");
    }

    @Test
    void aQuestionAboutPoliciesIsAnsweredOrItsParameterNamed() throws Exception {
        String id = json("/api/correlations?window=all&environment=test")
                .get(0)
                .path("seriesId")
                .asText();

        assertThat(json("/api/policy?seriesId=" + id + "&from=0.3&to=1")
                        .path("sentence")
                        .asText())
                .isEqualTo("No answer: no story had its temperature assigned at random.");
        assertThat(json("/api/policy?seriesId=" + id + "&from=hot&to=1")
                        .path("parameter")
                        .asText())
                .isEqualTo("from");
        assertThat(get("/api/policy?seriesId=" + "0".repeat(32) + "&from=0.3&to=1")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void spreadIsReadFromTheEmbeddings() throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer())) {
            for (int i = 0; i < 8; i++) {
                float[] axis = new float[8];
                axis[i] = 1;
                StoryEmbedding embedding = StoryEmbedding.of(
                        Scores.story("spread" + i, new Source.Sweep(), 1, Instant.now()),
                        "test",
                        EmbeddingVector.of(axis));
                ProducerRecord<String, byte[]> made =
                        new ProducerRecord<>(Topic.EMBEDDINGS.topicName(), embedding.storyId(), embedding.value());
                embedding
                        .headers("test")
                        .forEach((name, value) -> made.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                producer.send(made);
            }
            producer.send(new ProducerRecord<>(Topic.EMBEDDINGS.topicName(), "broken", new byte[] {1}));
        }

        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode spread = json("/api/spread?model=model");
            assertThat(spread).hasSize(1);
            assertThat(spread.get(0)
                            .path("temperatures")
                            .path(0)
                            .path("vendi")
                            .path("value")
                            .asDouble())
                    .isCloseTo(8, within(1e-9));
        });
        assertThat(json("/api/spread?colour=red").path("parameter").asText()).isEqualTo("colour");
    }

    @Test
    void whatIsKnownAlreadyIsNotSentAgain() throws Exception {
        await().atMost(PATIENCE).untilAsserted(() -> {
            HttpResponse<String> first = get("/api/correlations");
            String tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(get("/api/correlations", "If-None-Match", tag).statusCode())
                    .isEqualTo(304);
        });
    }

    @Test
    void everyAnswerCarriesTheProtectiveHeaders() throws Exception {
        HttpResponse<String> response = get("/");

        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .isEqualTo(Optional.of("default-src 'self'"));
        assertThat(response.headers().firstValue("X-Content-Type-Options")).isEqualTo(Optional.of("nosniff"));
    }

    @Test
    void aChangingRequestOfAnotherSiteIsRefused() throws Exception {
        HttpResponse<String> response = HTTP.send(
                HttpRequest.newBuilder(root.resolve("/api/correlations"))
                        .header("Origin", "http://evil.example")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(403);
    }

    @Test
    void theStreamTellsThatThereIsNews() throws Exception {
        HttpResponse<Stream<String>> events =
                HTTP.send(HttpRequest.newBuilder(root.resolve("/api/stream")).build(), BodyHandlers.ofLines());

        try (Stream<String> lines = events.body()) {
            assertThat(lines.filter(line -> line.startsWith("data:"))
                            .findFirst()
                            .orElseThrow())
                    .contains("\"version\":");
        }
    }

    @Test
    void whatIsScrapedIsWhatTheTableSays() throws Exception {
        Map<String, TreeSet<String>> documented = documented();
        await().atMost(PATIENCE).untilAsserted(() -> {
            Map<String, TreeSet<String>> scraped = scraped(get("/q/metrics").body());
            assertThat(scraped.keySet()).isEqualTo(documented.keySet());
            scraped.forEach((name, labels) -> assertThat(labels).as(name).isEqualTo(documented.get(name)));
        });
    }

    @Test
    void delaysNameTheTraceOfAStory() throws Exception {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer())) {
            Score score = Scores.sized(Scores.scored(traced(trace, "b7ad6b7169203331"), METRIC, 0.5), 150, 300);
            send(producer, Topic.SCORES, score.series().seriesId(), score);
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(scrapedByPrometheus())
                        .containsPattern("musemeter_score_delay_seconds_bucket\\{.*# \\{.*trace_id=\"" + trace + "\"")
                        .doesNotContainPattern("_count\\{.*# \\{")
                        .endsWith("# EOF\n"));
    }

    /** With what Prometheus 2 asks for: OpenMetrics first, plain text where there is none. */
    private String scrapedByPrometheus() throws Exception {
        return get(
                        "/q/metrics",
                        "Accept",
                        "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,"
                                + "text/plain;version=0.0.4;q=0.5,*/*;q=0.1")
                .body();
    }

    private static Story traced(String traceId, String spanId) {
        // Of an hour that no other delay falls into: a bucket keeps its exemplar for some seconds.
        Story story =
                Scores.story("traced", new Source.Sweep(), 1, Instant.now().minus(Duration.ofHours(2)));
        return new Story(
                story.storyId(),
                story.environment(),
                story.source(),
                story.model(),
                story.prompt(),
                story.sampler(),
                null,
                traceId,
                spanId,
                null,
                null,
                story.eventTime(),
                story.outcome());
    }

    /** The first table of the document; other services have theirs further down. */
    private static Map<String, TreeSet<String>> documented() throws IOException {
        Path table = Path.of(System.getProperty("musemeter.root", ".."), "docs", "prometheus-metrics.md");
        Map<String, TreeSet<String>> documented = new TreeMap<>();
        for (String line : Files.readAllLines(table)) {
            if (line.startsWith("| `musemeter_")) {
                String[] columns = line.split("\\|");
                String whole = "environment source model prompt metric evaluator series";
                String labels =
                        columns[3].replace("whole-series labels", whole).replace("series labels", whole + " window");
                TreeSet<String> expected = words(labels);
                expected.add("type " + columns[2].strip());
                documented.put(columns[1].strip().replace("`", ""), expected);
            } else if (!documented.isEmpty()) {
                break;
            }
        }
        return documented;
    }

    private static TreeSet<String> words(String text) {
        return Pattern.compile("[a-z]+")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, TreeSet<String>> scraped(String exposition) {
        Map<String, TreeSet<String>> scraped = new TreeMap<>();
        Map<String, String> types = Pattern.compile("(?m)^# TYPE (musemeter_[a-z_]+) ([a-z]+)$")
                .matcher(exposition)
                .results()
                .collect(Collectors.toMap(type -> type.group(1), type -> type.group(2)));
        Pattern sample = Pattern.compile("^(musemeter_[a-z_]+?)(_bucket|_sum|_count|_max)?(\\{(.*)\\})? [^ ]+$");
        for (String line : exposition.split("\n")) {
            Matcher found = sample.matcher(line);
            if (found.matches()) {
                TreeSet<String> labels = Pattern.compile("([a-z]+)=\"")
                        .matcher(found.group(4) == null ? "" : found.group(4))
                        .results()
                        .map(label -> label.group(1))
                        .filter(label -> !label.equals("le"))
                        .collect(Collectors.toCollection(TreeSet::new));
                // OpenMetrics names a counter without its suffix.
                String name = found.group(1);
                labels.add("type " + types.getOrDefault(name, types.get(name.replaceFirst("_total$", ""))));
                scraped.computeIfAbsent(name, n -> new TreeSet<>()).addAll(labels);
            }
        }
        return scraped;
    }
}
