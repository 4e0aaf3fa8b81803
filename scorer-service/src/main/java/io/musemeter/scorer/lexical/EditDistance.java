package io.musemeter.scorer.lexical;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import io.musemeter.scorer.metric.ComputedMetric;
import java.util.List;

/** {@link TokenEditDistance} of a story from its exemplar: 0 for a copy of it, 1 for nothing in common. */
final class EditDistance extends ComputedMetric<LexicalStory> {
    EditDistance() {
        super("edit_distance", 1);
    }

    @Override
    public ScoreOutcome score(LexicalStory story) {
        if (story.exemplarTokens().isEmpty()) {
            return unscorable(UnscorableReason.NO_EXEMPLAR);
        }
        List<String> exemplar = story.exemplarTokens().get();
        if (exemplar.isEmpty()) {
            return unscorable(UnscorableReason.EXEMPLAR_UNUSABLE);
        }
        if (story.tokens().isEmpty()) {
            return unscorable(UnscorableReason.EMPTY_TEXT);
        }
        return scored(TokenEditDistance.normalised(story.tokens(), exemplar));
    }
}
