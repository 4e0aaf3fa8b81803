package io.musemeter.aggregator.topology;

import io.musemeter.aggregator.state.CellStore;
import io.musemeter.aggregator.stories.GroupState;
import io.musemeter.events.CloudEventHeaders;
import io.musemeter.events.EventJson;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.Story;
import io.musemeter.events.correlation.StoryCount;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Counts stories, whatever becomes of their scores. */
final class StoryProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private final TopologyConfig config;
    private @Nullable Task task;

    StoryProcessor(TopologyConfig config) {
        this.config = config;
    }

    private record Task(ProcessorContext<byte[], byte[]> context, CellStore store, GroupTable table) {}

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        CellStore store = context.getStateStore(Names.COUNTS);
        Task opened =
                new Task(context, store, GroupTable.open(store, context.taskId().partition(), config));
        task = opened;
        context.schedule(config.tick(), PunctuationType.WALL_CLOCK_TIME, now -> tick(opened, now));
        context.schedule(config.sweep(), PunctuationType.WALL_CLOCK_TIME, now -> sweep(opened, now));
    }

    @Override
    public void process(Record<byte[], byte[]> received) {
        Task open = task;
        if (open == null) {
            throw new IllegalStateException("a record before init");
        }
        if (received.value() == null) {
            // A tombstone erases a story; what was counted is not unlearned.
            return;
        }
        long now = open.context().currentSystemTimeMs();
        try {
            CloudEventHeaders.requireType(Headers.type(received), "story");
            Story story = EventJson.read(received.value(), Story.class);
            config.listener().story(story, open.table().of(story).count(story, received.timestamp(), now));
        } catch (InvalidEventException e) {
            config.listener().storyRejected(e.field());
            open.context()
                    .forward(
                            Rejections.of(
                                    received, open.context().recordMetadata().orElseThrow(), e, now),
                            Names.STORIES_REJECTED);
        }
    }

    private static void tick(Task open, long now) {
        for (GroupState group : open.table().all()) {
            tell(open, group.takeChanged(now, open.store()), now);
        }
    }

    private static void sweep(Task open, long now) {
        open.table().all().forEach(group -> group.forgetOldIdentities(open.store()));
        tell(open, open.table().removeIdle(now, open.store()), now);
    }

    private static void tell(Task open, List<StoryCount> counts, long now) {
        for (StoryCount count : counts) {
            byte[] value = count.stories() == 0 ? null : EventJson.write(count);
            open.context()
                    .forward(
                            new Record<>(count.key().getBytes(StandardCharsets.UTF_8), value, now), Names.STORY_COUNTS);
        }
    }
}
