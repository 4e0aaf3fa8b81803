package io.musemeter.system.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.musemeter.system.RunningSystem;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real Prometheus that scrapes a running system, evaluates the project's rules and tells an Alertmanager. */
final class PrometheusServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    private PrometheusServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts one.
     *
     * @param rules folder of the rules
     * @param alertmanager port of the Alertmanager
     */
    static PrometheusServer scraping(RunningSystem system, Path rules, int alertmanager, Path folder)
            throws IOException {
        String targets = "";
        Map<String, URI> services =
                Map.of("aggregator", system.page(""), "generator", system.generator(""), "scorer", system.scorer(""));
        for (Map.Entry<String, URI> service : services.entrySet()) {
            targets += "      - targets: ['127.0.0.1:" + service.getValue().getPort() + "']\n";
            targets += "        labels: {service: " + service.getKey() + "}\n";
        }
        Path config = Files.writeString(folder.resolve("prometheus.yml"), """
                global:
                  scrape_interval: 1s
                  evaluation_interval: 1s
                rule_files: ['%s/*.yaml']
                alerting:
                  alertmanagers:
                    - static_configs:
                      - targets: ['127.0.0.1:%d']
                scrape_configs:
                  - job_name: musemeter
                    metrics_path: /q/metrics
                    static_configs:
                %s""".formatted(rules, alertmanager, targets));
        int port = RunningSystem.freePorts(1).get(0);
        Process process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + config,
                        "--enable-feature=exemplar-storage",
                        "--storage.tsdb.path=" + folder.resolve("tsdb"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("prometheus.log").toFile())
                .start();
        return new PrometheusServer(process, port);
    }

    boolean ready() {
        try {
            return get("/-/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Number of samples or series that an instant query answers with.
     *
     * @throws IOException when the expression is refused
     */
    int answers(String expression) throws IOException {
        return data("/api/v1/query?query=", expression).path("result").size();
    }

    /** The exemplars of the last hour, as JSON. */
    String exemplars(String selector) throws IOException {
        long now = System.currentTimeMillis() / 1000;
        return data("/api/v1/query_exemplars?start=" + (now - 3600) + "&end=" + now + "&query=", selector)
                .toString();
    }

    private JsonNode data(String path, String expression) throws IOException {
        HttpResponse<String> response = get(path + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        JsonNode answer = JSON.readTree(response.body());
        if (!answer.path("status").asText().equals("success")) {
            throw new IOException(expression + ": " + answer.path("error").asText());
        }
        return answer.path("data");
    }

    private HttpResponse<String> get(String path) throws IOException {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static void end(Process process, long patience, TimeUnit unit) {
        process.destroy();
        try {
            if (!process.waitFor(patience, unit)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end(process, 20, TimeUnit.SECONDS);
    }
}
