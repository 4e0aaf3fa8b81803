package io.musemeter.scorer.semantic;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import io.musemeter.scorer.semantic.geometry.ReferenceGeometry;
import java.util.List;
import java.util.Optional;

/**
 * Cosine of a story with the centre of the reference stories: typicality as closeness to the prototype of the class (Rosch
 * 1975; Ritchie 2007). In [-1, 1].
 */
final class SemanticTypicality extends ReferenceMetric {
    SemanticTypicality(TextEmbedder embedder, Optional<EmbeddedReferenceSet> reference) {
        super("semantic_typicality", embedder, reference);
    }

    @Override
    ScoreOutcome score(float[] story, List<float[]> references) {
        return ReferenceGeometry.closenessToCentre(story, references)
                .map(ReferenceMetric::scored)
                .orElseGet(() -> unscorable(UnscorableReason.NOT_FINITE));
    }
}
