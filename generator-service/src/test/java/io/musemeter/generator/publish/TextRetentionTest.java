package io.musemeter.generator.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.events.topics.Topic;
import io.musemeter.generator.support.KafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TextRetentionTest.ScoresOnly.class)
@QuarkusTestResource(KafkaResource.class)
class TextRetentionTest {
    public static class ScoresOnly implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("musemeter.generator.privacy.scores-only", "true");
        }
    }

    @Inject
    TextRetention retention;

    private Optional<String> warning() {
        return retention.warning().await().atMost(Duration.ofMinutes(1));
    }

    private static void keepFor(Duration time) throws Exception {
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers", ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class)))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, Topic.STORIES.topicName()),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("retention.ms", Long.toString(time.toMillis())),
                                    AlterConfigOp.OpType.SET))))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void textsKeptForLongerThanADayAreSaidAndThoseKeptForLessAreNot() throws Exception {
        keepFor(Duration.ofDays(9));
        assertThat(warning()).hasValueSatisfying(words -> assertThat(words).contains("for 216 hours"));

        keepFor(Duration.ofHours(1));
        assertThat(warning()).isEmpty();
    }

    @Test
    void forEverIsLongerThanADay() {
        assertThat(TextRetention.warning(-1))
                .hasValueSatisfying(words -> assertThat(words).contains("for ever"));
        assertThat(TextRetention.warning(Duration.ofDays(1).toMillis())).isEmpty();
    }
}
