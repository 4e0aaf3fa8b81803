package io.musemeter.scorer.semantic;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.scorer.semantic.geometry.ReferenceGeometry;
import java.util.List;
import java.util.Optional;

/**
 * Distance, 1 - cosine, of a story to the nearest reference story: novelty as unlikeness to the inspiring set (Ritchie
 * 2007). In [0, 2]; 0 for a copy of a reference story.
 */
final class SemanticNovelty extends ReferenceMetric {
    SemanticNovelty(TextEmbedder embedder, Optional<EmbeddedReferenceSet> reference) {
        super("semantic_novelty", embedder, reference);
    }

    @Override
    ScoreOutcome score(float[] story, List<float[]> references) {
        return scored(ReferenceGeometry.distanceToNearest(story, references));
    }
}
