package io.musemeter.generator.publish;

import io.musemeter.events.topics.Topic;
import io.musemeter.generator.config.GeneratorConfig;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.jboss.logging.Logger;

/**
 * Says at the start when texts are kept for longer than somebody means who wants scores and no text: how long {@code
 * stories} keeps them is a matter of the topic, and no setting of this service shortens it.
 */
@ApplicationScoped
public class TextRetention {
    private static final Logger LOG = Logger.getLogger(TextRetention.class);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final ConfigResource STORIES =
            new ConfigResource(ConfigResource.Type.TOPIC, Topic.STORIES.topicName());

    private final Map<String, Object> connection;
    private final boolean scoresOnly;

    /** @param connection how to reach Kafka: the servers and whatever security they ask for */
    TextRetention(@Identifier("default-kafka-broker") Map<String, Object> connection, GeneratorConfig config) {
        this.connection = connection;
        this.scoresOnly = config.privacy().scoresOnly();
    }

    void warn(@Observes StartupEvent event) {
        if (scoresOnly) {
            warning()
                    .subscribe()
                    .with(
                            warning -> warning.ifPresent(LOG::warn),
                            thrown -> LOG.warnf(
                                    "How long stories are kept could not be read: %s",
                                    thrown.getClass().getName()));
        }
    }

    /** What there is to say of the topic as it is; nothing when it keeps texts for a day at most. */
    Uni<Optional<String>> warning() {
        return Uni.createFrom().deferred(() -> {
            Admin admin = Admin.create(connection);
            return Uni.createFrom()
                    .completionStage(
                            () -> admin.describeConfigs(List.of(STORIES)).all().toCompletionStage())
                    .map(configs -> warning(configs.values().iterator().next().get(TopicConfig.RETENTION_MS_CONFIG)))
                    // Without waiting: this may be the client's own thread.
                    .onTermination()
                    .invoke(() -> admin.close(Duration.ZERO));
        });
    }

    private static Optional<String> warning(ConfigEntry retention) {
        return warning(Long.parseLong(retention.value()));
    }

    /** @param retentionMillis the topic's retention.ms, -1 for ever */
    static Optional<String> warning(long retentionMillis) {
        return retentionMillis >= 0 && retentionMillis <= LONGEST.toMillis()
                ? Optional.empty()
                : Optional.of("privacy.scores-only is set, but the topic stories keeps texts "
                        + (retentionMillis < 0
                                ? "for ever"
                                : "for " + Duration.ofMillis(retentionMillis).toHours() + " hours")
                        + ": shorten its retention (docs/privacy.md)");
    }
}
