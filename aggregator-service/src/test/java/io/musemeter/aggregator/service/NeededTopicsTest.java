package io.musemeter.aggregator.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.aggregator.topology.CreativityTopology;
import io.musemeter.aggregator.topology.TopologyConfig;
import io.musemeter.aggregator.topology.TopologyListener;
import io.musemeter.events.topics.Topic;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NeededTopicsTest {
    private final Set<String> needed =
            NeededTopics.of(CreativityTopology.build(TopologyConfig.defaults(new TopologyListener() {})));

    @Test
    void whatTheTopologyReadsAndWritesIsNeeded() {
        assertThat(needed)
                .contains(
                        Topic.SCORES.topicName(),
                        Topic.STORIES.topicName(),
                        Topic.CORRELATIONS.topicName(),
                        Topic.STORY_COUNTS.topicName(),
                        Topic.SCORES_REJECTED.topicName(),
                        Topic.STORIES_REJECTED.topicName());
    }

    /** A cluster's access rules hide these from an aggregator: it would wait for them for ever. */
    @Test
    void topicsOfOtherServicesAreNot() {
        assertThat(needed)
                .doesNotContain(
                        Topic.STORIES_INGEST.topicName(), Topic.EMBEDDINGS.topicName(), Topic.JUDGE_BUDGET.topicName());
    }
}
