package io.musemeter.scorer.semantic.geometry;

import io.musemeter.scorer.semantic.Vectors;
import java.util.List;
import java.util.stream.IntStream;

/** Figures of a sequence of sentence embeddings. Distance is 1 - cosine, in [0, 2]. */
public final class SentenceGeometry {
    private SentenceGeometry() {}

    /**
     * Mean cosine of sentences that many places apart, in [-1, 1]: coherence of first order with lag 1 (Foltz, Kintsch and
     * Landauer 1998), of second order with lag 2 (Bedi et al. 2015).
     *
     * @throws IllegalArgumentException when there is no such pair
     */
    public static double coherence(List<float[]> sentences, int lag) {
        require(sentences, lag + 1);
        return IntStream.range(lag, sentences.size())
                .mapToDouble(i -> Vectors.cosine(sentences.get(i - lag), sentences.get(i)))
                .average()
                .orElseThrow();
    }

    /**
     * Mean distance of each sentence but the first from the nearest of all before it, in [0, 2]: surprise as the departure
     * from what was there (Maher 2010), on fragments of a story as Karampiperis, Koukourikos and Koliopoulou (2014) do,
     * who look at the one fragment before only. 0 when every sentence repeats an earlier one.
     *
     * @throws IllegalArgumentException when there are fewer than two sentences
     */
    public static double surprise(List<float[]> sentences) {
        require(sentences, 2);
        return IntStream.range(1, sentences.size())
                .mapToDouble(i -> ReferenceGeometry.distanceToNearest(sentences.get(i), sentences.subList(0, i)))
                .average()
                .orElseThrow();
    }

    /**
     * Mean distance of all pairs of sentences, in [0, 2], whatever their order: divergent semantic integration (Johnson et
     * al. 2022), which is defined on contextual embeddings of words, carried over to sentences.
     *
     * @throws IllegalArgumentException when there are fewer than two sentences
     */
    public static double divergentIntegration(List<float[]> sentences) {
        require(sentences, 2);
        int n = sentences.size();
        double sum = 0;
        for (int i = 1; i < n; i++) {
            for (int j = 0; j < i; j++) {
                sum += 1 - Vectors.cosine(sentences.get(i), sentences.get(j));
            }
        }
        return sum / (n * (n - 1) / 2.0);
    }

    private static void require(List<float[]> sentences, int fewest) {
        if (sentences.size() < fewest) {
            throw new IllegalArgumentException(
                    "sentences: " + sentences.size() + " given, " + fewest + " are the fewest");
        }
    }
}
