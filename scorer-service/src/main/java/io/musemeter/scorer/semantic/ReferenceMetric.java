package io.musemeter.scorer.semantic;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import io.musemeter.scorer.metric.ComputedMetric;
import java.util.List;
import java.util.Optional;

/** A metric of where a story lies among the reference stories. A story that is one of them is compared with the others. */
abstract class ReferenceMetric extends ComputedMetric<EmbeddedStory> {
    private final Optional<EmbeddedReferenceSet> reference;

    ReferenceMetric(String name, TextEmbedder embedder, Optional<EmbeddedReferenceSet> reference) {
        super(
                name,
                1,
                embedder.fingerprint(),
                reference.map(EmbeddedReferenceSet::hash).orElse("no reference set"));
        this.reference = reference;
    }

    abstract ScoreOutcome score(float[] story, List<float[]> references);

    @Override
    public final ScoreOutcome score(EmbeddedStory story) {
        if (reference.isEmpty()) {
            return unscorable(UnscorableReason.NO_REFERENCE_SET);
        }
        String storyId = story.input().story().storyId();
        return story.embedding()
                .map(embedding -> score(embedding, reference.get().without(storyId)))
                .orElseGet(() -> unscorable(UnscorableReason.EMPTY_TEXT));
    }
}
