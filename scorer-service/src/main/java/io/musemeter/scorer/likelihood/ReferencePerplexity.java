package io.musemeter.scorer.likelihood;

import io.musemeter.events.EvaluatorId;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import io.musemeter.scorer.metric.ComputedMetric;

/** {@link Perplexity} of a story under the reference model, whoever wrote it. */
final class ReferencePerplexity extends ComputedMetric<Likelihoods> {
    ReferencePerplexity(ReferenceModel model) {
        super(new EvaluatorId("model", "reference_perplexity", "1", shortened(model.fingerprint())));
    }

    @Override
    public ScoreOutcome score(Likelihoods likelihoods) {
        double[] logProbabilities = likelihoods.byReference();
        if (logProbabilities.length == 0) {
            return unscorable(UnscorableReason.EMPTY_TEXT);
        }
        return scored(Perplexity.of(logProbabilities));
    }

    private static String shortened(String fingerprint) {
        return fingerprint.substring(0, Math.min(16, fingerprint.length()));
    }
}
