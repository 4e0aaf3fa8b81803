package io.musemeter.scorer.likelihood;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import io.musemeter.scorer.metric.ComputedMetric;
import java.util.Optional;

/**
 * {@link Perplexity} of a story under the model that wrote it, by the log-probabilities its provider reported. It rises
 * with temperature by construction: it tests the system, not the model.
 */
final class ProviderPerplexity extends ComputedMetric<Likelihoods> {
    ProviderPerplexity() {
        super("provider_perplexity", 1);
    }

    @Override
    public ScoreOutcome score(Likelihoods likelihoods) {
        Optional<double[]> logProbabilities = likelihoods.byProvider().filter(values -> values.length > 0);
        if (logProbabilities.isEmpty()) {
            return unscorable(UnscorableReason.NO_LOG_PROBABILITIES);
        }
        return scored(Perplexity.of(logProbabilities.get()));
    }
}
