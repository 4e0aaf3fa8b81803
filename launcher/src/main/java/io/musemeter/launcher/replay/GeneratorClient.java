package io.musemeter.launcher.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The generator's way in for replays. */
final class GeneratorClient {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final @Nullable String token;

    GeneratorClient(int port, @Nullable String token) {
        this.base = "http://127.0.0.1:" + port;
        this.token = token;
    }

    record Rejection(long line, String field, String problem) {}

    record Answer(long accepted, long rejected, List<Rejection> problems) {}

    /** Makes the exemplar known; returns its hash once Kafka has it. */
    String sendExemplar(String text) throws IOException, InterruptedException {
        byte[] body =
                JSON.writeValueAsBytes(JsonNodeFactory.instance.objectNode().put("text", text));
        return post("/api/exemplars", "application/json", body)
                .path("exemplarHash")
                .asText();
    }

    /** Sends lines, the first of which has that number in its file; returns once Kafka has what was accepted. */
    Answer sendStories(String name, @Nullable String exemplarHash, long firstLine, List<byte[]> lines)
            throws IOException, InterruptedException {
        String path = "/api/replays/" + name + "?firstLine=" + firstLine
                + (exemplarHash == null ? "" : "&exemplar=" + exemplarHash);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] line : lines) {
            body.writeBytes(line);
            body.write('\n');
        }
        JsonNode answer = post(path, "application/x-ndjson", body.toByteArray());
        List<Rejection> rejected = new ArrayList<>();
        for (JsonNode one : answer.path("problems")) {
            rejected.add(new Rejection(
                    one.path("line").asLong(),
                    one.path("field").asText(),
                    one.path("problem").asText()));
        }
        return new Answer(
                answer.path("accepted").asLong(), answer.path("rejected").asLong(), rejected);
    }

    private JsonNode post(String path, String contentType, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(PATIENCE)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        HttpRequest request = builder.build();
        long started = System.nanoTime();
        boolean told = false;
        while (true) {
            HttpResponse<byte[]> response;
            try {
                response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            } catch (ConnectException e) {
                throw new IOException("the generator does not answer on " + base + "; start it with ./musemeter up", e);
            }
            int status = response.statusCode();
            if (status == 429 || status == 503) {
                // Asked to wait: the stories stay here until there is room for them.
                if (System.nanoTime() - started > LONGEST_WAIT.toNanos()) {
                    throw new IOException("the generator has taken nothing for " + LONGEST_WAIT.toMinutes()
                            + " minutes (HTTP " + status + "); ask again to go on from here");
                }
                if (!told) {
                    told = true;
                    System.err.println("The generator asks to wait (HTTP " + status + ") …");
                }
                TimeUnit.SECONDS.sleep(Math.min(
                        30, response.headers().firstValueAsLong("Retry-After").orElse(1)));
                continue;
            }
            if (status / 100 != 2) {
                throw new IOException("the generator refused (HTTP " + status + ")" + reason(response.body()));
            }
            return JSON.readTree(response.body());
        }
    }

    /** The field and problem that the generator names, when it names one. */
    private static String reason(byte[] body) {
        try {
            JsonNode problem = JSON.readTree(body);
            return problem.hasNonNull("field")
                    ? ": " + problem.path("field").asText() + " "
                            + problem.path("problem").asText()
                    : "";
        } catch (IOException e) {
            return "";
        }
    }
}
