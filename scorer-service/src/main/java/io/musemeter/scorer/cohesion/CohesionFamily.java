package io.musemeter.scorer.cohesion;

import io.musemeter.scorer.metric.Family;
import io.musemeter.scorer.metric.Metric;
import io.musemeter.scorer.metric.ScoringInput;
import io.musemeter.scorer.sentence.SentenceSplitter;
import java.util.List;

/** The metrics of what ties a story's neighbouring sentences together. English only. */
public final class CohesionFamily implements Family<TaggedStory> {
    private final EnglishTagger tagger;
    private final List<Metric<TaggedStory>> metrics;

    /** @param sentences splits a story into sentences */
    public CohesionFamily(SentenceSplitter sentences) {
        this.tagger = EnglishTagger.load(sentences);
        this.metrics = List.of(
                new ConnectiveDensity(tagger, Connectives.english()),
                new LexicalOverlap(tagger),
                new ReferentialOverlap(tagger));
    }

    @Override
    public String name() {
        return "cohesion";
    }

    @Override
    public List<Metric<TaggedStory>> metrics() {
        return metrics;
    }

    @Override
    public TaggedStory analyse(ScoringInput input) {
        return tagger.tag(input.written().text());
    }
}
