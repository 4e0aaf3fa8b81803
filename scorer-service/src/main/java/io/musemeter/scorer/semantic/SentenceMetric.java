package io.musemeter.scorer.semantic;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import io.musemeter.scorer.metric.ComputedMetric;
import io.musemeter.scorer.sentence.SentenceSplitter;
import java.util.List;

/** A metric of nothing but the embeddings of a story's sentences. */
abstract class SentenceMetric extends ComputedMetric<EmbeddedStory> {
    private final int fewest;

    /** @param fewest least number of sentences it takes */
    SentenceMetric(String name, int fewest, TextEmbedder embedder, SentenceSplitter sentences) {
        super(name, 1, embedder.fingerprint(), sentences.fingerprint(), EmbeddedStory.SENTENCES_READ);
        this.fewest = fewest;
    }

    abstract double value(List<float[]> sentences);

    @Override
    public final ScoreOutcome score(EmbeddedStory story) {
        List<float[]> sentences = story.sentenceEmbeddings();
        if (sentences.isEmpty()) {
            return unscorable(UnscorableReason.EMPTY_TEXT);
        }
        return sentences.size() < fewest ? unscorable(UnscorableReason.TOO_SHORT) : scored(value(sentences));
    }
}
