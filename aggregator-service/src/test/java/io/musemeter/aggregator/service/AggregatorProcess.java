package io.musemeter.aggregator.service;

import com.fasterxml.jackson.databind.JsonNode;
import io.musemeter.events.EventJson;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The aggregator as it is delivered, in a JVM of its own, and what it answers over HTTP. */
final class AggregatorProcess implements AutoCloseable {
    private static final Path RUNNER = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final Process process;
    private final URI root;

    private AggregatorProcess(Process process, URI root) {
        this.process = process;
        this.root = root;
    }

    /** Starts one that keeps a copy of the other's state. */
    static AggregatorProcess start(String bootstrapServers, Path folder) throws IOException {
        int port = freePort();
        File log = Files.createDirectories(folder).resolve("process.log").toFile();
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dkafka.bootstrap.servers=" + bootstrapServers,
                        "-Dquarkus.http.port=" + port,
                        "-Dmusemeter.aggregator.data-folder=" + folder,
                        "-Dmusemeter.aggregator.standby-replicas=1",
                        "-Dmusemeter.aggregator.tick=PT1S",
                        "-jar",
                        RUNNER.toAbsolutePath().toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        return new AggregatorProcess(process, URI.create("http://127.0.0.1:" + port));
    }

    /** Whether it has read the answers and counts scores itself. */
    boolean ready() {
        try {
            return get("/q/health/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Scored stories by series, over everything, as this instance answers; empty while it does not. */
    Map<String, Long> scored() {
        Map<String, Long> scored = new TreeMap<>();
        try {
            HttpResponse<String> answer = get("/api/correlations?window=all");
            if (answer.statusCode() == 200) {
                for (JsonNode each : EventJson.mapper().readTree(answer.body())) {
                    scored.put(
                            each.path("seriesId").asText(), each.path("scored").asLong());
                }
            }
        } catch (IOException e) {
            return Map.of();
        }
        return scored;
    }

    /** As {@code kill -9}: nothing is written, nothing is said. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    private HttpResponse<String> get(String path) throws IOException {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(root.resolve(path))
                            .timeout(Duration.ofSeconds(5))
                            .build(),
                    BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
