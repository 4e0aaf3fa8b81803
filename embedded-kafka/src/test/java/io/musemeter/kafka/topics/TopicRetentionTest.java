package io.musemeter.kafka.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.musemeter.events.topics.Topic;
import io.musemeter.events.topics.TopicCatalogue;
import io.musemeter.events.topics.TopicSpec;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicRetentionTest {
    private static TopicSpec stories() {
        return TopicCatalogue.all().stream()
                .filter(topic -> topic.name().equals(Topic.STORIES.topicName()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void entriesAreReadAsPeopleWriteThem() {
        assertThat(TopicRetention.parse("stories=90s, stories.ingest=30m,embeddings=1h,stories.rejected=2d")
                        .byTopic())
                .isEqualTo(Map.of(
                        "stories", Duration.ofSeconds(90),
                        "stories.ingest", Duration.ofMinutes(30),
                        "embeddings", Duration.ofHours(1),
                        "stories.rejected", Duration.ofDays(2)));
        assertThat(TopicRetention.parse(" ")).isEqualTo(TopicRetention.AS_DECLARED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"stories", "stories=1w", "stories=0h", "stories=-1h", "unheard.of=1h", "exemplars=1h"})
    void whatCannotBeUsedIsNamed(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TopicRetention.parse(text))
                .withMessageContaining(text.replaceFirst("=.*", ""));
    }

    @Test
    void aShortRetentionClosesSegmentsBeforeItIsOver() {
        Map<String, String> config =
                TopicRetention.parse("stories=20m").apply(stories(), stories().kafkaConfig());

        assertThat(config)
                .containsEntry("retention.ms", "1200000")
                .containsEntry("segment.ms", "300000")
                .containsEntry("cleanup.policy", "compact,delete");
    }

    @Test
    void otherTopicsStayAsDeclared() {
        assertThat(TopicRetention.parse("embeddings=1h")
                        .apply(stories(), stories().kafkaConfig()))
                .isEqualTo(stories().kafkaConfig());
    }
}
