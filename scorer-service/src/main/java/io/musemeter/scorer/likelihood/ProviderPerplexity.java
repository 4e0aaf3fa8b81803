package io.musemeter.scorer.likelihood;

import io.musemeter.events.EvaluatorId;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import io.musemeter.events.metrics.MetricCatalogue;
import io.musemeter.events.metrics.MetricSpec;
import io.musemeter.scorer.metric.Metric;
import java.util.Optional;

/**
 * {@link Perplexity} of a story under the model that wrote it, by the log-probabilities its provider reported. It rises
 * with temperature by construction: it tests the system, not the model.
 */
final class ProviderPerplexity implements Metric<Likelihoods> {
    private static final String NAME = "provider_perplexity";
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
    public ScoreOutcome score(Likelihoods likelihoods) {
        Optional<double[]> logProbabilities = likelihoods.byProvider().filter(values -> values.length > 0);
        if (logProbabilities.isEmpty()) {
            return new ScoreOutcome.Unscorable(UnscorableReason.NO_LOG_PROBABILITIES);
        }
        double perplexity = Perplexity.of(logProbabilities.get());
        return Double.isFinite(perplexity)
                ? new ScoreOutcome.Scored(perplexity)
                : new ScoreOutcome.Unscorable(UnscorableReason.NOT_FINITE);
    }
}
