package io.musemeter.generator.privacy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.generator.support.KafkaResource;
import io.musemeter.generator.support.Requests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever becomes of a text, none of it is in a log line, a metric or the answer to who sent it. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
class NoTextElsewhereTest {
    private static final String SECRET = "Rumpelstiltskin";

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(line.getLoggerName()
                    + line.getMessage()
                    + Arrays.toString(line.getParameters())
                    + causes(line.getThrown()));
        }

        private String causes(Throwable thrown) {
            return thrown == null ? "" : thrown + causes(thrown.getCause());
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(handler);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(handler);
    }

    private static String post(String path, String contentType, String body) {
        return Requests.of(contentType).body(body).post(path).asString();
    }

    @Test
    void whetherItIsTakenOrTurnedAway() {
        String story = "{\"id\":\"a\",\"model\":\"quiet\",\"temperature\":%s,\"text\":\"" + SECRET + "\"}";
        Logger.getLogger("io.musemeter.generator").info("the handler listens");

        List<String> answers = List.of(
                post("/api/stories", "application/json", story.formatted("0")),
                post("/api/stories", "application/json", story.formatted("7")),
                post("/api/stories", "application/json", story.formatted("\"" + SECRET + "\"")),
                post("/api/stories", "application/json", "{\"text\":\"" + SECRET),
                post("/api/stories", "application/x-ndjson", SECRET + "\n" + story.formatted("1")),
                post("/api/exemplars", "application/json", "{\"text\":\"" + SECRET + "\"}"),
                post("/api/exemplars", "application/json", "[\"" + SECRET + "\"]"),
                post("/api/exemplars", "application/json", "{\"text\":{\"" + SECRET + "\":1}}"),
                post("/v1/traces", "application/json", "{\"resourceSpans\":\"" + SECRET + "\"}"),
                Requests.ofBytes("application/x-protobuf")
                        .body(SECRET.getBytes(StandardCharsets.UTF_8))
                        .post("/v1/traces")
                        .asString());

        assertThat(lines)
                .anyMatch(line -> line.contains("the handler listens"))
                .noneMatch(line -> line.contains(SECRET));
        assertThat(answers).noneMatch(answer -> answer.contains(SECRET));
        assertThat(given().get("/q/metrics").asString()).contains("musemeter_").doesNotContain(SECRET);
    }
}
