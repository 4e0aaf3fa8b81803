package io.musemeter.scorer.lexical;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import io.musemeter.scorer.metric.ComputedMetric;
import io.musemeter.scorer.reference.ReferenceSet;
import java.util.List;
import java.util.Optional;

/**
 * N-gram novelty (McCoy, Smolensky, Linzen, Gao and Celikyilmaz 2023): share of a story's runs of three words that do not
 * occur in the reference set. In [0, 1]: 0 for a copy of a reference story, 1 when every run is new. A story that is in the
 * set itself is compared with the others.
 */
final class NGramNovelty extends ComputedMetric<LexicalStory> {
    private static final int RUN = 3;

    private final Optional<ReferenceNGrams> reference;

    NGramNovelty(Optional<ReferenceSet> reference) {
        super("ngram_novelty", 1, reference.map(ReferenceSet::hash).orElse("no reference set"));
        this.reference = reference.map(set -> new ReferenceNGrams(set, RUN));
    }

    @Override
    public ScoreOutcome score(LexicalStory story) {
        if (reference.isEmpty()) {
            return unscorable(UnscorableReason.NO_REFERENCE_SET);
        }
        if (story.words().isEmpty()) {
            return unscorable(UnscorableReason.EMPTY_TEXT);
        }
        List<String> grams = NGrams.of(story.words(), RUN);
        if (grams.isEmpty()) {
            return unscorable(UnscorableReason.TOO_SHORT);
        }
        ReferenceNGrams known = reference.get();
        long unseen = grams.stream()
                .filter(gram -> !known.contains(gram, story.storyId()))
                .count();
        return scored((double) unseen / grams.size());
    }
}
