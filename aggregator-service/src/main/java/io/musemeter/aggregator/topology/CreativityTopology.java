package io.musemeter.aggregator.topology;

import io.musemeter.aggregator.state.CellStoreBuilder;
import io.musemeter.events.topics.Topic;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.UsePartitionTimeOnInvalidTimestamp;

/**
 * Scores become answers, stories become counts. The two halves share nothing, so that the count of stories is independent of
 * what scorers do.
 */
public final class CreativityTopology {
    /** The changelog's values are small and rewritten often: compact it early and in small segments. */
    private static final Map<String, String> CHANGELOG = Map.of(
            "cleanup.policy", "compact",
            "min.cleanable.dirty.ratio", "0.3",
            "compression.type", "producer");

    private CreativityTopology() {}

    /** The whole topology. */
    public static Topology build(TopologyConfig config) {
        Topology topology = new Topology();
        addDecisions(topology);
        addScores(topology, config);
        addStories(topology, config);
        return topology;
    }

    private static void addScores(Topology topology, TopologyConfig config) {
        addSource(topology, Names.SCORES, Topic.SCORES);
        topology.addProcessor(Names.SCORE_PROCESSOR, () -> new ScoreProcessor(config), Names.SCORES);
        topology.addStateStore(new CellStoreBuilder(Names.CELLS, CHANGELOG), Names.SCORE_PROCESSOR);
        addSink(topology, Names.CORRELATIONS, Topic.CORRELATIONS, Names.SCORE_PROCESSOR);
        addSink(topology, Names.LATE_DECISIONS, Topic.LATE_DECISIONS, Names.SCORE_PROCESSOR);
        addSink(topology, Names.SCORES_REJECTED, Topic.SCORES_REJECTED, Names.SCORE_PROCESSOR);
    }

    /** What was decided of late scores, by any instance, so that a replay leaves out the same ones. */
    private static void addDecisions(Topology topology) {
        topology.addGlobalStore(
                Refusals.store(),
                Names.DECISIONS_SOURCE,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                Topic.LATE_DECISIONS.topicName(),
                Names.DECISIONS_PROCESSOR,
                Refusals.Keeper::new);
    }

    private static void addStories(Topology topology, TopologyConfig config) {
        addSource(topology, Names.STORIES, Topic.STORIES);
        topology.addProcessor(Names.STORY_PROCESSOR, () -> new StoryProcessor(config), Names.STORIES);
        topology.addStateStore(new CellStoreBuilder(Names.COUNTS, CHANGELOG), Names.STORY_PROCESSOR);
        addSink(topology, Names.STORY_COUNTS, Topic.STORY_COUNTS, Names.STORY_PROCESSOR);
        addSink(topology, Names.STORIES_REJECTED, Topic.STORIES_REJECTED, Names.STORY_PROCESSOR);
    }

    private static void addSource(Topology topology, String name, Topic topic) {
        topology.addSource(
                AutoOffsetReset.earliest(),
                name,
                new UsePartitionTimeOnInvalidTimestamp(),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                topic.topicName());
    }

    private static void addSink(Topology topology, String name, Topic topic, String parent) {
        topology.addSink(name, topic.topicName(), new ByteArraySerializer(), new ByteArraySerializer(), parent);
    }
}
