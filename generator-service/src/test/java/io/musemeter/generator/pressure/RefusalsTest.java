package io.musemeter.generator.pressure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.musemeter.generator.config.GeneratorConfig;
import io.musemeter.generator.support.KafkaResource;
import io.musemeter.generator.support.Requests;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

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

    static Stream<Arguments> smallOnTheWireAndLargeInMemory() {
        return Stream.of(
                Arguments.of("/api/stories", "application/json", bytes("[" + "0,".repeat(4 << 20 >> 1) + "0]")),
                Arguments.of("/api/stories", "application/json", bytes("[" + "{},".repeat(10_000) + "{}]")),
                Arguments.of(
                        "/v1/traces",
                        "application/json",
                        bytes("{\"resourceSpans\":[" + "{},".repeat(2 << 20) + "{}]}")),
                Arguments.of("/v1/traces", "application/x-protobuf", repeated(4 << 20, 0x0a, 0x00)),
                Arguments.of("/v1/logs", "application/x-protobuf", repeated(4 << 20, 0x0a, 0x00)),
                Arguments.of("/v1/traces", "application/x-protobuf", repeated(2 << 20, 0x98, 0x06, 0x00)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] repeated(int times, int... bytes) {
        byte[] all = new byte[times * bytes.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) bytes[i % bytes.length];
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("smallOnTheWireAndLargeInMemory")
    void aBodyOfMillionsOfValuesIsTooLargeHoweverFewBytesItComesIn(String path, String contentType, byte[] body)
            throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
            gzip.write(body);
        }

        Requests.ofBytes(contentType)
                .header("Content-Encoding", "gzip")
                .body(zipped.toByteArray())
                .post(path)
                .then()
                .statusCode(413);
    }

    /** Bodies just below the bound on their bytes, of ordinary stories. */
    static Stream<Arguments> theLargestOrdinaryBodies() {
        String story = "{\"id\":\"%d\",\"model\":\"largest\",\"temperature\":1,\"top_p\":0.9,\"seed\":7,\"text\":\""
                + "Once, upon a time. ".repeat(110) + "\"}";
        String span = "{\"traceId\":\"5b8efff798038103d269b633813fc60c\",\"spanId\":\"%016x\",\"attributes\":["
                + "{\"key\":\"gen_ai.request.model\",\"value\":{\"stringValue\":\"largest\"}},"
                + "{\"key\":\"a\",\"value\":{\"stringValue\":\"b\"}},".repeat(12)
                + "{\"key\":\"gen_ai.request.temperature\",\"value\":{\"doubleValue\":0.5}},"
                + "{\"key\":\"gen_ai.completion\",\"value\":{\"stringValue\":\"" + "Once, upon a time. ".repeat(110)
                + "\"}}]}";
        return Stream.of(
                Arguments.of("/api/stories", "[" + upTo(8_380_000, story) + "]"),
                Arguments.of(
                        "/v1/traces",
                        "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[" + upTo(8_380_000, span) + "]}]}]}"));
    }

    private static String upTo(int length, String format) {
        StringBuilder records = new StringBuilder(format.formatted(1));
        for (int i = 2; records.length() + format.length() + 32 < length; i++) {
            records.append(',').append(format.formatted(i));
        }
        return records.toString();
    }

    @ParameterizedTest
    @MethodSource("theLargestOrdinaryBodies")
    void aBodyOfOrdinaryStoriesIsTakenUpToTheBound(String path, String body) {
        given().contentType("application/json").body(body).post(path).then().statusCode(200);
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
