package io.musemeter.scorer.semantic;

import io.musemeter.scorer.semantic.geometry.SentenceGeometry;
import io.musemeter.scorer.sentence.SentenceSplitter;
import java.util.List;

/**
 * Mean distance of each sentence to the nearest of all before it, after Maher (2010) and Karampiperis, Koukourikos and
 * Koliopoulou (2014). In [0, 2]; 0 when every sentence repeats an earlier one.
 */
final class SemanticSurprise extends SentenceMetric {
    SemanticSurprise(TextEmbedder embedder, SentenceSplitter sentences) {
        super("semantic_surprise", 2, embedder, sentences);
    }

    @Override
    double value(List<float[]> sentences) {
        return SentenceGeometry.surprise(sentences);
    }
}
