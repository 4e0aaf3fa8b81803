package io.musemeter.scorer.cohesion;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import io.musemeter.scorer.metric.ComputedMetric;

/**
 * Connectives per word: how often a story says how its clauses hang together, after Coh-Metrix's connective incidence
 * (Graesser, McNamara, Louwerse and Cai 2004). In [0, 1]; one connective of several words counts once.
 */
final class ConnectiveDensity extends ComputedMetric<TaggedStory> {
    private final Connectives connectives;

    ConnectiveDensity(EnglishTagger tagger, Connectives connectives) {
        super("connective_density", 1, tagger.fingerprint(), connectives.fingerprint());
        this.connectives = connectives;
    }

    @Override
    public ScoreOutcome score(TaggedStory story) {
        if (story.sentences().isEmpty()) {
            return unscorable(UnscorableReason.EMPTY_TEXT);
        }
        int count = story.sentences().stream()
                .map(sentence -> sentence.stream().map(TaggedWord::form).toList())
                .mapToInt(connectives::count)
                .sum();
        return scored((double) count / story.wordCount());
    }
}
