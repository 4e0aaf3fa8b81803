package io.musemeter.scorer.cohesion;

import java.util.List;

/**
 * A story as the cohesion metrics see it.
 *
 * @param sentences the words of each sentence, in order; no sentence is empty
 */
public record TaggedStory(List<List<TaggedWord>> sentences) {
    /** Leaves out sentences without a word. */
    public TaggedStory {
        sentences = sentences.stream()
                .filter(sentence -> !sentence.isEmpty())
                .map(List::copyOf)
                .toList();
    }

    int wordCount() {
        return sentences.stream().mapToInt(List::size).sum();
    }
}
