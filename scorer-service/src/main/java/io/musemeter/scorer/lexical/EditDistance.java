package io.musemeter.scorer.lexical;

import io.musemeter.events.EvaluatorId;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import io.musemeter.events.metrics.MetricCatalogue;
import io.musemeter.events.metrics.MetricSpec;
import io.musemeter.scorer.metric.Metric;
import java.util.List;

/** {@link TokenEditDistance} of a story from its exemplar: 0 for a copy of it, 1 for nothing in common. */
final class EditDistance implements Metric<LexicalStory> {
    private static final String NAME = "edit_distance";
    private static final MetricSpec SPEC = MetricCatalogue.named(NAME);
    private static final EvaluatorId EVALUATOR = new EvaluatorId("computed", NAME, "1", "none");

    @Override
    public MetricSpec spec() {
        return SPEC;
    }

    @Override
    public EvaluatorId evaluatorId() {
        return EVALUATOR;
    }

    @Override
    public ScoreOutcome score(LexicalStory story) {
        if (story.exemplarTokens().isEmpty()) {
            return new ScoreOutcome.Unscorable(UnscorableReason.NO_EXEMPLAR);
        }
        List<String> exemplar = story.exemplarTokens().get();
        if (exemplar.isEmpty()) {
            return new ScoreOutcome.Unscorable(UnscorableReason.EXEMPLAR_UNUSABLE);
        }
        if (story.tokens().isEmpty()) {
            return new ScoreOutcome.Unscorable(UnscorableReason.EMPTY_TEXT);
        }
        return new ScoreOutcome.Scored(TokenEditDistance.normalised(story.tokens(), exemplar));
    }
}
