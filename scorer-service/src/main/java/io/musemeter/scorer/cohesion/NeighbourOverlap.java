package io.musemeter.scorer.cohesion;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import io.musemeter.scorer.metric.ComputedMetric;
import java.util.List;

/** Mean over all pairs of neighbouring sentences of how much they share. */
abstract class NeighbourOverlap extends ComputedMetric<TaggedStory> {
    NeighbourOverlap(String name, EnglishTagger tagger) {
        super(name, 1, tagger.fingerprint());
    }

    /** What two neighbours share, in [0, 1]. */
    abstract double overlap(List<TaggedWord> sentence, List<TaggedWord> next);

    @Override
    public final ScoreOutcome score(TaggedStory story) {
        List<List<TaggedWord>> sentences = story.sentences();
        if (sentences.isEmpty()) {
            return unscorable(UnscorableReason.EMPTY_TEXT);
        }
        if (sentences.size() == 1) {
            return unscorable(UnscorableReason.TOO_SHORT);
        }
        double sum = 0;
        for (int i = 1; i < sentences.size(); i++) {
            sum += overlap(sentences.get(i - 1), sentences.get(i));
        }
        return scored(sum / (sentences.size() - 1));
    }
}
