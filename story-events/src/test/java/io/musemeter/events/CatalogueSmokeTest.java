package io.musemeter.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.events.metrics.MetricCatalogue;
import io.musemeter.events.topics.Topic;
import io.musemeter.events.topics.TopicCatalogue;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CatalogueSmokeTest {
    @Test
    void everyTopicOfTheCodeIsDeclaredAndTheOtherWayRound() {
        assertThat(Arrays.stream(Topic.values()).map(Topic::spec))
                .containsExactlyInAnyOrderElementsOf(TopicCatalogue.all());
    }

    @Test
    void everyMetricHasAUniqueName() {
        assertThat(MetricCatalogue.all())
                .extracting("name")
                .doesNotHaveDuplicates()
                .isNotEmpty();
    }
}
