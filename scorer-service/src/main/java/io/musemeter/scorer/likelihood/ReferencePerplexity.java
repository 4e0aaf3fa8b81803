package io.musemeter.scorer.likelihood;

import io.musemeter.events.EvaluatorId;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import io.musemeter.events.metrics.MetricCatalogue;
import io.musemeter.events.metrics.MetricSpec;
import io.musemeter.scorer.metric.Metric;

/** {@link Perplexity} of a story under the reference model, whoever wrote it. */
final class ReferencePerplexity implements Metric<Likelihoods> {
    private static final String NAME = "reference_perplexity";
    private static final MetricSpec SPEC = MetricCatalogue.named(NAME);
    private final EvaluatorId evaluatorId;

    ReferencePerplexity(ReferenceModel model) {
        String fingerprint = model.fingerprint();
        evaluatorId = new EvaluatorId("model", NAME, "1", fingerprint.substring(0, Math.min(16, fingerprint.length())));
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
    public ScoreOutcome score(Likelihoods likelihoods) {
        double[] logProbabilities = likelihoods.byReference();
        if (logProbabilities.length == 0) {
            return new ScoreOutcome.Unscorable(UnscorableReason.EMPTY_TEXT);
        }
        double perplexity = Perplexity.of(logProbabilities);
        return Double.isFinite(perplexity)
                ? new ScoreOutcome.Scored(perplexity)
                : new ScoreOutcome.Unscorable(UnscorableReason.NOT_FINITE);
    }
}
