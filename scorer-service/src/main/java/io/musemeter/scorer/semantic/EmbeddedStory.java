package io.musemeter.scorer.semantic;

import io.musemeter.scorer.metric.ScoringInput;
import io.musemeter.scorer.sentence.SentenceSplitter;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A story as the semantic metrics see it. Embeddings are made on first use and shared; an object belongs to one thread.
 */
public final class EmbeddedStory {
    /** Most sentences that are embedded: each costs a pass of the model. Fifty times as many as a common story has. */
    static final int SENTENCES_READ = 1_000;

    private final ScoringInput input;
    private final Supplier<Optional<float[]>> embedding;
    private final Supplier<Optional<float[]>> exemplarEmbedding;
    private final Supplier<List<float[]>> sentenceEmbeddings;

    EmbeddedStory(ScoringInput input, TextEmbedder embedder, ExemplarEmbeddings exemplars, SentenceSplitter sentences) {
        this.input = input;
        this.embedding = new OnFirstUse<>(() -> embedder.embed(input.written().text()));
        this.exemplarEmbedding = new OnFirstUse<>(() -> input.exemplar().flatMap(exemplars::of));
        this.sentenceEmbeddings =
                new OnFirstUse<>(() -> sentences.split(input.written().text()).stream()
                        .limit(SENTENCES_READ)
                        .flatMap(sentence -> embedder.embed(sentence).stream())
                        .toList());
    }

    /** The story and what it is compared with. */
    public ScoringInput input() {
        return input;
    }

    /** Embedding of the whole story; empty when it has no token. */
    public Optional<float[]> embedding() {
        return embedding.get();
    }

    /** Embedding of its exemplar; empty when it has none, or one without a token. */
    public Optional<float[]> exemplarEmbedding() {
        return exemplarEmbedding.get();
    }

    /** Embeddings of its first sentences in order, at most 1,000; sentences without a token are left out. */
    public List<float[]> sentenceEmbeddings() {
        return sentenceEmbeddings.get();
    }
}
