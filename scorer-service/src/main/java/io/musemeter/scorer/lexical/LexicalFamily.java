package io.musemeter.scorer.lexical;

import io.musemeter.scorer.metric.Family;
import io.musemeter.scorer.metric.Metric;
import io.musemeter.scorer.metric.ScoringInput;
import io.musemeter.scorer.reference.ReferenceSet;
import java.util.List;
import java.util.Optional;

/** The metrics of a story's words as they are written. */
public final class LexicalFamily implements Family<LexicalStory> {
    private final List<Metric<LexicalStory>> metrics;

    /** Without a reference set. */
    public LexicalFamily() {
        this(Optional.empty());
    }

    /** @param reference the set that novelty is measured against; without it there is none to measure */
    public LexicalFamily(Optional<ReferenceSet> reference) {
        this.metrics = List.of(
                new EditDistance(),
                new DistinctNGrams(1),
                new DistinctNGrams(2),
                new DistinctNGrams(3),
                new Mattr(),
                new Mtld(),
                new CompressionRatio(),
                new SelfRepetition(),
                new NGramNovelty(reference));
    }

    @Override
    public String name() {
        return "lexical";
    }

    @Override
    public List<Metric<LexicalStory>> metrics() {
        return metrics;
    }

    @Override
    public LexicalStory analyse(ScoringInput input) {
        return LexicalStory.of(input);
    }
}
