package io.musemeter.scorer.semantic;

import io.musemeter.scorer.reference.InvalidReferenceSetException;
import io.musemeter.scorer.reference.ReferenceSet;
import io.musemeter.scorer.reference.ReferenceStory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The embeddings of a reference set's stories, made once. */
final class EmbeddedReferenceSet {
    private final String hash;
    private final Map<String, float[]> byStory = new LinkedHashMap<>();

    /** @throws InvalidReferenceSetException when a story has no token and so no embedding */
    EmbeddedReferenceSet(ReferenceSet reference, TextEmbedder embedder) {
        this.hash = reference.hash();
        for (ReferenceStory story : reference.stories()) {
            byStory.put(
                    story.storyId(),
                    embedder.embed(story.text())
                            .orElseThrow(() -> new InvalidReferenceSetException("text: has no token to embed")));
        }
    }

    String hash() {
        return hash;
    }

    /** The embeddings of all stories but that one. */
    List<float[]> without(String storyId) {
        return byStory.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(storyId))
                .map(Map.Entry::getValue)
                .toList();
    }
}
