package io.musemeter.scorer.semantic;

import io.musemeter.scorer.semantic.geometry.SentenceGeometry;
import io.musemeter.scorer.sentence.SentenceSplitter;
import java.util.List;

/**
 * Mean cosine of sentences one place apart (first order: Foltz, Kintsch and Landauer 1998) or two (second order: Bedi et
 * al. 2015). In [-1, 1], higher is more coherent; a story that repeats one sentence has 1.
 */
final class SentenceCoherence extends SentenceMetric {
    private final int lag;

    /** @param lag how many places apart; the metric is {@code sentence_coherence_lag} */
    SentenceCoherence(int lag, TextEmbedder embedder, SentenceSplitter sentences) {
        super("sentence_coherence_" + lag, lag + 1, embedder, sentences);
        this.lag = lag;
    }

    @Override
    double value(List<float[]> sentences) {
        return SentenceGeometry.coherence(sentences, lag);
    }
}
