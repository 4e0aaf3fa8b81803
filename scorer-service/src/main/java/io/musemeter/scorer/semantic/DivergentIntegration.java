package io.musemeter.scorer.semantic;

import io.musemeter.scorer.semantic.geometry.SentenceGeometry;
import io.musemeter.scorer.sentence.SentenceSplitter;
import java.util.List;

/**
 * Divergent semantic integration (Johnson, Kaufman, Baker, Patterson, Barbot, Green, van Hell, Kennedy, Sullivan, Taylor,
 * Ward and Beaty 2022) of sentence embeddings: mean distance of all pairs of sentences. In [0, 2]. The published measure
 * takes contextual embeddings of words, so its figures do not compare with these.
 */
final class DivergentIntegration extends SentenceMetric {
    DivergentIntegration(TextEmbedder embedder, SentenceSplitter sentences) {
        super("divergent_integration", 2, embedder, sentences);
    }

    @Override
    double value(List<float[]> sentences) {
        return SentenceGeometry.divergentIntegration(sentences);
    }
}
