package io.musemeter.system.ways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.musemeter.events.EventJson;
import io.musemeter.events.Story;
import io.musemeter.events.topics.Topic;
import io.musemeter.system.RunningSystem;
import io.musemeter.system.Tools;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documents show to be copied is run as it stands there, but for ports, against a system started as they say. */
class WrittenAboutIT {
    private static final Path README = RunningSystem.ROOT.resolve("README.md");
    private static final List<Path> DOCUMENTS = List.of(
            README, RunningSystem.ROOT.resolve("docs/ways-in.md"), RunningSystem.ROOT.resolve("docs/privacy.md"));
    private static final int MOST_LINES = 10;
    private static final Pattern SETTING = Pattern.compile("export (MUSEMETER_[A-Z_]+)=(\\S+)");

    @TempDir
    static Path data;

    private static HttpServer model;
    private static RunningSystem system;

    @BeforeAll
    static void aSystemThatAsksAModelAsTheReadmeSays() throws IOException {
        assumeTrue(Tools.installed("curl"), "curl is not installed");
        model = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        model.setExecutor(Executors.newCachedThreadPool());
        model.createContext("/v1/chat/completions", WrittenAboutIT::answer);
        model.start();
        Map<String, String> settings = new HashMap<>(
                Map.of("MUSEMETER_SCORER_FAMILIES", "lexical", "MUSEMETER_GENERATOR_SWEEP_MAX_PER_TEMPERATURE", "1"));
        SETTING.matcher(section("Ask your model").code())
                .results()
                .forEach(setting -> settings.put(
                        setting.group(1),
                        setting.group(2)
                                .replace(
                                        "11434",
                                        Integer.toString(model.getAddress().getPort()))));
        system = RunningSystem.start(data.resolve("system"), settings);
        // One of the documents' commands pauses the sweep.
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(models()).contains("llama3.2"));
        runAll();
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
        if (model != null) {
            model.stop(0);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            byte[] body =
                    "{\"id\":\"1\",\"choices\":[{\"message\":{\"content\":\"Once.\"},\"finish_reason\":\"stop\"}]}"
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static Stream<Snippet> snippets() throws IOException {
        Stream<Snippet> all = Stream.empty();
        for (Path document : DOCUMENTS) {
            all = Stream.concat(all, Snippet.of(document).stream());
        }
        return all;
    }

    private static Snippet section(String heading) throws IOException {
        return Snippet.of(README).stream()
                .filter(snippet -> snippet.heading().equals(heading))
                .findFirst()
                .orElseThrow();
    }

    /** Everything but what starts a system: that one runs already. */
    private static void runAll() throws IOException {
        for (Snippet snippet :
                snippets().filter(one -> !one.code().contains("musemeter up")).toList()) {
            run(snippet);
        }
    }

    private static void run(Snippet snippet) throws IOException {
        Path folder = Files.createTempDirectory(data, "snippet");
        program(folder.resolve("musemeter"), "exec " + system.commandLine() + " \"$@\"");
        String code = snippet.code()
                .replace("http://127.0.0.1:8081", system.generator("").toString())
                .replace("127.0.0.1:9092", system.bootstrapServers());
        // A refusal is to fail the command.
        Files.writeString(folder.resolve(".curlrc"), "fail\n");
        ProcessBuilder bash = new ProcessBuilder("bash", "-euo", "pipefail", "-c", code)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        bash.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
        bash.environment().putAll(system.environment());
        bash.environment().put("CURL_HOME", folder.toString());
        try {
            Process process = bash.start();
            assertThat(process.waitFor(2, TimeUnit.MINUTES))
                    .as(snippet.heading())
                    .isTrue();
            assertThat(process.exitValue())
                    .as(snippet.heading() + ": " + Files.readString(folder.resolve("output")))
                    .isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void program(Path file, String command) throws IOException {
        Files.writeString(file, "#!/usr/bin/env bash\n" + command + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Set<String> models() {
        return system.log().values(Topic.STORIES).stream()
                .filter(Objects::nonNull)
                .map(value -> EventJson.read(value, Story.class).model().name())
                .collect(Collectors.toSet());
    }

    @Test
    void everyWayOfTheReadmeBringsItsStoryIn() {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() ->
                        assertThat(models()).contains("from-a-file", "by-http", "by-otlp", "by-topic", "llama3.2"));
    }

    @Test
    void everyWayIsTenLinesOrFewer() throws IOException {
        assertThat(Snippet.of(README)).hasSizeGreaterThanOrEqualTo(6);
        assertThat(snippets().toList())
                .allSatisfy(snippet ->
                        assertThat(snippet.code().lines()).as(snippet.heading()).hasSizeLessThanOrEqualTo(MOST_LINES));
    }
}
