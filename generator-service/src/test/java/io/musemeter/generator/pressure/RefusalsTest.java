package io.musemeter.generator.pressure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.musemeter.generator.config.GeneratorConfig;
import io.musemeter.generator.support.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is too much is refused before it is held: by its stated length, as it comes, and while others are served. */
@QuarkusTest
@QuarkusTestResource(KafkaResource.class)
class RefusalsTest {
    private static final long GIBI = 1L << 30;
    private static final String STORY = "{\"id\":\"pressure\",\"model\":\"m\",\"temperature\":1,\"text\":\"Once.\"}";

    @TestHTTPResource("/")
    URI address;

    @Inject
    Pressure pressure;

    @Inject
    GeneratorConfig config;

    private String head(String path, String contentType, String length) {
        return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + address.getPort() + "\r\nContent-Type: " + contentType
                + "\r\n" + length + "\r\n\r\n";
    }

    private static CompletableFuture<String> statusLine(Socket socket) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                        .readLine();
            } catch (IOException e) {
                return "no answer: " + e.getMessage();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/api/stories,application/json",
        "/api/stories,application/x-ndjson",
        "/v1/traces,application/x-protobuf",
        "/v1/logs,application/json"
    })
    void aBodyOfAGibibyteIsRefusedByItsStatedLengthAlone(String path, String contentType) throws Exception {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            CompletableFuture<String> answer = statusLine(socket);

            socket.getOutputStream()
                    .write(head(path, contentType, "Content-Length: " + GIBI).getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();

            assertThat(answer.get(30, TimeUnit.SECONDS)).startsWith("HTTP/1.1 413");
        }
    }

    @ParameterizedTest
    @CsvSource({"/api/stories,application/json", "/v1/traces,application/x-protobuf"})
    void aBodyWithoutALengthIsReadNoFurtherThanItsBound(String path, String contentType) throws Exception {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            CompletableFuture<String> answer = statusLine(socket);

            long sent = sendUntilRefused(
                    socket.getOutputStream(), head(path, contentType, "Transfer-Encoding: chunked"), answer);

            assertThat(answer.get(30, TimeUnit.SECONDS)).startsWith("HTTP/1.1 413");
            // The bound on a body, and what lies in the buffers between.
            assertThat(sent).isLessThan(GIBI / 8);
        }
    }

    /** Sends chunks until there is an answer or the connection is gone, a gibibyte at most. */
    private static long sendUntilRefused(OutputStream out, String head, CompletableFuture<String> answer) {
        byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        long sent = 0;
        try {
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            while (sent < GIBI && !answer.isDone()) {
                out.write(chunk);
                sent += chunk.length;
            }
        } catch (IOException e) {
            return sent;
        }
        return sent;
    }

    @Test
    void whatComesWhileTooMuchIsUnderWayIsAskedToComeAgain() {
        long room = config.intake().maxUnderWay().asLongValue();
        try (Share everything = pressure.take(room - 2_048)) {
            assertThat(everything).isNotNull();
            given().contentType("application/json")
                    .body("[" + STORY + "," + STORY.replace("Once.", "Once.".repeat(1_000)) + "]")
                    .post("/api/stories")
                    .then()
                    .statusCode(429)
                    .header("Retry-After", equalTo("1"));
            given().contentType("application/json")
                    .body("{\"resourceSpans\":[{\"schemaUrl\":\"" + "x".repeat(5_000) + "\"}]}")
                    .post("/v1/traces")
                    .then()
                    .statusCode(429)
                    .header("Retry-After", equalTo("1"));
        }

        given().contentType("application/json")
                .body(STORY)
                .post("/api/stories")
                .then()
                .statusCode(202);
    }
}
