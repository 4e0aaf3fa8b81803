package io.musemeter.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.musemeter.events.EventJson;
import io.musemeter.events.Score;
import io.musemeter.events.topics.Topic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scores on their way out while the generator is killed between sending a batch and hearing of it. */
class ScoresOutIT {
    private static final int SCORES = 2_000;
    /** Requests that get no answer: the first, and the one after a batch has gone through. */
    private static final Set<Integer> UNANSWERED = Set.of(1, 3);

    private static final Pattern SCORE_ID = Pattern.compile("musemeter\\.score\\.id[^0-9a-f]{1,8}([0-9a-f]{32})");
    private static final String SCORE = """
        {"storyId":"story-%d","series":{"environment":"test","source":"production","model":"m","promptId":"p",
        "promptVersion":"1","samplerHash":"0123456789abcdef","metric":"edit_distance",
        "evaluatorId":"computed/edit-distance/1/none"},"temperature":1,"eventTime":"2026-01-01T00:00:00Z","repetition":"0",
        "truncated":false,"textHash":1,"outcome":{"kind":"scored","value":0.3},
        "traceId":"5b8efff798038103d269b633813fc60c","spanId":"eee19b7ec3c1b174"}\
        """;

    @TempDir
    static Path data;

    private static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger REQUESTS = new AtomicInteger();
    private static final BlockingQueue<HttpExchange> HELD = new LinkedBlockingQueue<>();

    private static ExecutorService threads;
    private static HttpServer receiver;
    private static RunningSystem system;

    @BeforeAll
    static void aSystemThatSendsItsScoresToAReceiver() throws IOException {
        threads = Executors.newCachedThreadPool();
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(threads);
        receiver.createContext("/v1/logs", ScoresOutIT::take);
        receiver.start();
        system = RunningSystem.start(
                data,
                Map.of(
                        "MUSEMETER_GENERATOR_SWEEP_ENABLED", "false",
                        "MUSEMETER_SCORER_FAMILIES", "lexical",
                        "MUSEMETER_GENERATOR_SCORES_OUT_ENABLED", "true",
                        "MUSEMETER_GENERATOR_SCORES_OUT_TIMEOUT", "PT10M",
                        "MUSEMETER_GENERATOR_SCORES_OUT_ENDPOINT",
                                "http://127.0.0.1:" + receiver.getAddress().getPort()));
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
        receiver.stop(0);
        threads.shutdownNow();
    }

    /** Takes what it answers; what it does not answer it has not taken. */
    private static void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        if (UNANSWERED.contains(REQUESTS.incrementAndGet())) {
            HELD.add(exchange);
            return;
        }
        SCORE_ID.matcher(body).results().forEach(found -> TAKEN.add(found.group(1)));
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private static List<byte[]> scores() {
        return IntStream.range(0, SCORES)
                .mapToObj(i -> SCORE.formatted(i).getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static void produce(List<byte[]> scores) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", system.bootstrapServers());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            // Without a key they go to all partitions.
            for (byte[] score : scores) {
                producer.send(new ProducerRecord<>(Topic.SCORES.topicName(), score));
            }
        }
    }

    private static void killBeforeTheAnswer() throws Exception {
        HttpExchange held = HELD.poll(3, TimeUnit.MINUTES);
        assertThat(held).isNotNull();
        long killed = system.pid("generator");
        system.kill("generator");
        held.close();
        await().atMost(Duration.ofMinutes(3)).until(() -> system.pid("generator") != killed);
    }

    @Test
    void noScoreIsLostWhenTheGeneratorIsKilledTwiceInTheMiddleOfABatch() throws Exception {
        List<byte[]> scores = scores();
        Set<String> expected = scores.stream()
                .map(score -> EventJson.read(score, Score.class).scoreId())
                .collect(Collectors.toSet());

        produce(scores);
        killBeforeTheAnswer();
        killBeforeTheAnswer();

        assertThat(expected).hasSize(SCORES);
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(TAKEN).containsAll(expected));
        assertThat(TAKEN).hasSize(SCORES);
    }
}
