package io.musemeter.generator.health;

import io.musemeter.events.topics.Topic;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when the broker answers and the generator's topics exist. */
@Readiness
@Blocking
@ApplicationScoped
public class LogReadiness implements HealthCheck {
    private static final Set<Topic> NEEDED =
            Set.of(Topic.STORIES_INGEST, Topic.STORIES, Topic.EXEMPLARS, Topic.STORIES_REJECTED);
    private static final int PATIENCE_MILLIS = 2_000;

    private final Admin admin;

    /** @param connection how to reach Kafka: the servers and whatever security they ask for */
    LogReadiness(@Identifier("default-kafka-broker") Map<String, Object> connection) {
        Map<String, Object> settings = new HashMap<>(connection);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        this.admin = Admin.create(settings);
    }

    @Override
    public HealthCheckResponse call() {
        try {
            Set<String> missing = new TreeSet<>();
            NEEDED.forEach(topic -> missing.add(topic.topicName()));
            missing.removeAll(admin.listTopics().names().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
            return HealthCheckResponse.named("log")
                    .status(missing.isEmpty())
                    .withData("missingTopics", String.join(" ", missing))
                    .build();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return HealthCheckResponse.down("log");
        } catch (ExecutionException | TimeoutException e) {
            return HealthCheckResponse.named("log")
                    .down()
                    .withData("problem", "the broker does not answer")
                    .build();
        }
    }

    @PreDestroy
    void close() {
        admin.close();
    }
}
