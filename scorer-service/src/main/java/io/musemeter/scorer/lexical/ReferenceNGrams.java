package io.musemeter.scorer.lexical;

import io.musemeter.scorer.reference.ReferenceSet;
import io.musemeter.scorer.reference.ReferenceStory;
import java.util.HashMap;
import java.util.Map;

/** The runs of n words of a reference set, with the story each is in, where it is in one only. */
final class ReferenceNGrams {
    /** No story's identity, for none is blank. */
    private static final String SEVERAL = "";

    private final Map<String, String> owners = new HashMap<>();

    ReferenceNGrams(ReferenceSet reference, int n) {
        for (ReferenceStory story : reference.stories()) {
            for (String gram : NGrams.of(Words.of(story.text()), n)) {
                owners.merge(gram, story.storyId(), (one, other) -> one.equals(other) ? one : SEVERAL);
            }
        }
    }

    /** Whether a story other than that one holds the run. */
    boolean contains(String gram, String storyId) {
        String owner = owners.get(gram);
        return owner != null && !owner.equals(storyId);
    }
}
