package io.musemeter.scorer.reference;

import io.musemeter.events.Hashes;
import io.musemeter.events.Temperature;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A frozen set of stories that others are compared with. Scores against it are signed with its hash, which covers every
 * story, its temperature and hence size and composition, in whatever order they were given.
 *
 * @param stories its stories, in the order of their content hashes
 */
public record ReferenceSet(List<ReferenceStory> stories) {
    /** The nearest of fewer stories says more about chance than about novelty. */
    public static final int SMALLEST = 5;

    /** @throws InvalidReferenceSetException when it holds fewer than {@link #SMALLEST} stories, or one twice */
    public ReferenceSet {
        stories = stories.stream()
                .sorted(Comparator.comparing(ReferenceStory::contentHash))
                .toList();
        if (stories.size() < SMALLEST) {
            throw new InvalidReferenceSetException("holds " + stories.size() + " stories, needs at least " + SMALLEST);
        }
        if (stories.stream().map(ReferenceStory::storyId).distinct().count() < stories.size()) {
            throw new InvalidReferenceSetException("storyId: occurs more than once");
        }
    }

    /** Its identity. */
    public String hash() {
        return Hashes.ofParts(stories.stream().map(ReferenceStory::contentHash).toList());
    }

    /** What it is, in a line: hash, size and composition. */
    public String summary() {
        String parts = composition().entrySet().stream()
                .map(part -> part.getValue() + " at temperature " + part.getKey())
                .collect(Collectors.joining(", "));
        return hash() + ", " + stories.size() + " stories: " + parts;
    }

    /** How many of its stories were written at each temperature. */
    public Map<Temperature, Long> composition() {
        return stories.stream()
                .collect(Collectors.groupingBy(ReferenceStory::temperature, TreeMap::new, Collectors.counting()));
    }
}
