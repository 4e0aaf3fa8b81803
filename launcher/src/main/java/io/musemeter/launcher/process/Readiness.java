package io.musemeter.launcher.process;

import io.musemeter.events.topics.TopicCatalogue;
import io.musemeter.events.topics.TopicSpec;
import io.musemeter.launcher.settings.LocalSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Whether a program does its work: asked of the program itself. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final LocalSettings settings;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Readiness(LocalSettings settings) {
        this.settings = settings;
    }

    boolean of(Program program) throws InterruptedException {
        return program == Program.BROKER ? brokerHasAllTopics() : answersReady(program);
    }

    private boolean brokerHasAllTopics() throws InterruptedException {
        Set<String> wanted = TopicCatalogue.all().stream().map(TopicSpec::name).collect(Collectors.toSet());
        int patience = (int) PATIENCE.toMillis();
        Map<String, Object> config = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patience,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
        try (Admin admin = Admin.create(config)) {
            return admin.listTopics()
                    .names()
                    .get(patience, TimeUnit.MILLISECONDS)
                    .containsAll(wanted);
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private boolean answersReady(Program program) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + program.port(settings) + "/q/health/ready"))
                .timeout(PATIENCE)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
