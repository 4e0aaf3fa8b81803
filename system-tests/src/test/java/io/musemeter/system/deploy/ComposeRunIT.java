package io.musemeter.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.musemeter.system.Tools;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The compose file on a Docker host, where a daemon answers and has the images. */
class ComposeRunIT {
    @TempDir
    Path copy;

    @Test
    void thePageShowsTheSweep() throws Exception {
        List<List<String>> programs = Compose.programs();
        assumeTrue(!programs.isEmpty(), "neither docker compose nor docker-compose is installed");
        assumeTrue(Tools.run(copy, List.of("docker", "info")).status() == 0, "no Docker daemon answers");
        assumeTrue(
                Tools.run(copy, List.of("docker", "image", "inspect", "musemeter/aggregator-service:0.1.0"))
                                .status()
                        == 0,
                "the daemon has no images of the services; see deploy/README.md");
        Path compose = Compose.ready(copy);
        List<String> program = programs.get(0);
        String token =
                Files.readString(compose.resolve("secrets/musemeter-token")).strip();
        try {
            Tools.Answer up = Tools.run(compose, Compose.with(program, "up", "-d"));
            assertThat(up.status()).as(up.output()).isZero();

            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> assertThat(get("http://127.0.0.1:8080/api/correlations", token))
                            .contains("\"metric\":\"edit_distance\""));
            assertThat(get("http://127.0.0.1:3000/api/health", token)).contains("ok");
        } finally {
            Tools.run(compose, Compose.with(program, "down", "-v"));
        }
    }

    private static String get(String address, String token) throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(address))
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        }
    }
}
