package io.musemeter.scorer.semantic;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import io.musemeter.scorer.metric.ComputedMetric;
import java.util.Optional;

/** Cosine of a story's embedding with its exemplar's: 1 for a copy, about 0 for an unrelated text. */
final class ExemplarSimilarity extends ComputedMetric<EmbeddedStory> {
    ExemplarSimilarity(TextEmbedder embedder) {
        super("exemplar_similarity", 1, embedder.fingerprint());
    }

    @Override
    public ScoreOutcome score(EmbeddedStory story) {
        if (story.input().exemplar().isEmpty()) {
            return unscorable(UnscorableReason.NO_EXEMPLAR);
        }
        Optional<float[]> exemplar = story.exemplarEmbedding();
        if (exemplar.isEmpty()) {
            return unscorable(UnscorableReason.EXEMPLAR_UNUSABLE);
        }
        return story.embedding()
                .map(own -> scored(Vectors.cosine(own, exemplar.get())))
                .orElseGet(() -> unscorable(UnscorableReason.EMPTY_TEXT));
    }
}
