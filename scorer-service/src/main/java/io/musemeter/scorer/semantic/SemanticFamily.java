package io.musemeter.scorer.semantic;

import io.musemeter.scorer.metric.Family;
import io.musemeter.scorer.metric.Metric;
import io.musemeter.scorer.metric.ScoringInput;
import io.musemeter.scorer.metric.StoryVector;
import io.musemeter.scorer.reference.ReferenceSet;
import io.musemeter.scorer.sentence.SentenceSplitter;
import java.util.List;
import java.util.Optional;

/** The metrics of a story's meaning: one embedding a story and one a sentence, shared by all. */
public final class SemanticFamily implements Family<EmbeddedStory> {
    private final TextEmbedder embedder;
    private final ExemplarEmbeddings exemplars;
    private final SentenceSplitter sentences;
    private final List<Metric<EmbeddedStory>> metrics;

    /** Without a reference set. */
    public SemanticFamily(TextEmbedder embedder, SentenceSplitter sentences) {
        this(embedder, sentences, Optional.empty(), YieldThresholds.DEFAULT);
    }

    /**
     * Embeds the reference set.
     *
     * @param embedder makes the embeddings
     * @param sentences splits a text into sentences
     * @param reference the set that novelty and typicality are measured against; without it there are none to measure
     * @param thresholds what counts as creative yield
     * @throws io.musemeter.scorer.reference.InvalidReferenceSetException when a reference story has no token
     */
    public SemanticFamily(
            TextEmbedder embedder,
            SentenceSplitter sentences,
            Optional<ReferenceSet> reference,
            YieldThresholds thresholds) {
        this.embedder = embedder;
        this.exemplars = new ExemplarEmbeddings(embedder);
        this.sentences = sentences;
        Optional<EmbeddedReferenceSet> embedded = reference.map(set -> new EmbeddedReferenceSet(set, embedder));
        SemanticNovelty novelty = new SemanticNovelty(embedder, embedded);
        SentenceCoherence coherence = new SentenceCoherence(1, embedder, sentences);
        this.metrics = List.of(
                new ExemplarSimilarity(embedder),
                novelty,
                new SemanticTypicality(embedder, embedded),
                coherence,
                new SentenceCoherence(2, embedder, sentences),
                new SemanticSurprise(embedder, sentences),
                new DivergentIntegration(embedder, sentences),
                new CreativeYield(novelty, coherence, thresholds));
    }

    @Override
    public String name() {
        return "semantic";
    }

    @Override
    public List<Metric<EmbeddedStory>> metrics() {
        return metrics;
    }

    @Override
    public EmbeddedStory analyse(ScoringInput input) {
        return new EmbeddedStory(input, embedder, exemplars, sentences);
    }

    @Override
    public Optional<StoryVector<EmbeddedStory>> vector() {
        return Optional.of(new WholeStory(embedder.fingerprint()));
    }

    private record WholeStory(String embedder) implements StoryVector<EmbeddedStory> {
        @Override
        public Optional<float[]> of(EmbeddedStory story) {
            return story.embedding();
        }
    }
}
