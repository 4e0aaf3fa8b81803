package io.musemeter.scorer.semantic;

import io.musemeter.events.EvaluatorId;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import io.musemeter.events.metrics.MetricCatalogue;
import io.musemeter.events.metrics.MetricSpec;
import io.musemeter.scorer.metric.Metric;
import java.util.Optional;

/** Cosine of a story's embedding with its exemplar's: 1 for a copy, about 0 for an unrelated text. */
final class ExemplarSimilarity implements Metric<EmbeddedStory> {
    private static final String NAME = "exemplar_similarity";
    private static final MetricSpec SPEC = MetricCatalogue.named(NAME);
    private final EvaluatorId evaluatorId;

    ExemplarSimilarity(TextEmbedder embedder) {
        evaluatorId = new EvaluatorId("computed", NAME, "1", embedder.fingerprint());
    }

    @Override
    public MetricSpec spec() {
        return SPEC;
    }

    @Override
    public EvaluatorId evaluatorId() {
        return evaluatorId;
    }

    @Override
    public ScoreOutcome score(EmbeddedStory story) {
        if (story.input().exemplar().isEmpty()) {
            return new ScoreOutcome.Unscorable(UnscorableReason.NO_EXEMPLAR);
        }
        Optional<float[]> exemplar = story.exemplarEmbedding();
        if (exemplar.isEmpty()) {
            return new ScoreOutcome.Unscorable(UnscorableReason.EXEMPLAR_UNUSABLE);
        }
        return story.embedding()
                .<ScoreOutcome>map(own -> new ScoreOutcome.Scored(Vectors.cosine(own, exemplar.get())))
                .orElseGet(() -> new ScoreOutcome.Unscorable(UnscorableReason.EMPTY_TEXT));
    }
}
