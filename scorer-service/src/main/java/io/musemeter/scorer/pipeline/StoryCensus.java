package io.musemeter.scorer.pipeline;

import io.musemeter.events.Story;
import io.musemeter.events.Temperature;
import io.musemeter.events.correlation.StoryCount;
import io.musemeter.events.correlation.StoryGroup;
import io.musemeter.events.correlation.Window;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts stories apart from their scores, each once however often it stands in the log, so that it is known how many scores
 * are to be expected. In memory: one identity a story of the log.
 */
public final class StoryCensus {
    private record Place(StoryGroup group, Temperature temperature, int partition) {}

    private final Map<StoryGroup, Set<String>> seen = new HashMap<>();
    private final Map<Place, Long> stories = new HashMap<>();

    /** Counts a story of a partition, if it was not counted yet. */
    public void add(Story story, int partition) {
        StoryGroup group = StoryGroup.of(story);
        if (seen.computeIfAbsent(group, g -> new HashSet<>()).add(story.storyId())) {
            stories.merge(new Place(group, story.sampler().temperature(), partition), 1L, Long::sum);
        }
    }

    /** The counts over all time. */
    public List<StoryCount> counts() {
        return stories.entrySet().stream()
                .map(entry -> new StoryCount(
                        entry.getKey().group(),
                        entry.getKey().temperature(),
                        Window.ALL,
                        0,
                        entry.getKey().partition(),
                        entry.getValue()))
                .toList();
    }
}
