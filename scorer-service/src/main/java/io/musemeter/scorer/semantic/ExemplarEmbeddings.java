package io.musemeter.scorer.semantic;

import io.musemeter.events.Exemplar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Embeddings of the exemplars used last: many stories share one. */
final class ExemplarEmbeddings {
    private static final int KEPT = 1_000;

    private final TextEmbedder embedder;
    private final Map<String, Optional<float[]>> byHash = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<float[]>> eldest) {
            return size() > KEPT;
        }
    };

    ExemplarEmbeddings(TextEmbedder embedder) {
        this.embedder = embedder;
    }

    synchronized Optional<float[]> of(Exemplar exemplar) {
        Optional<float[]> known = byHash.get(exemplar.exemplarHash());
        if (known == null) {
            known = embedder.embed(exemplar.text());
            byHash.put(exemplar.exemplarHash(), known);
        }
        return known;
    }
}
