package io.musemeter.scorer.likelihood;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import io.musemeter.scorer.metric.ComputedMetric;
import java.util.List;

/** A mean, over the tokens whose candidates are known, of a figure of their {@link CandidateMass}. */
abstract class CandidateMetric extends ComputedMetric<Likelihoods> {
    /** The share of the mass that the tokens are counted for. */
    static final double MASS = 0.95;

    CandidateMetric(String name) {
        super(name, 1);
    }

    /** @param temperature the one that the story was written at */
    abstract double value(CandidateMass token, double temperature);

    @Override
    public final ScoreOutcome score(Likelihoods likelihoods) {
        List<CandidateMass> tokens = likelihoods.candidates();
        if (tokens.isEmpty()) {
            return unscorable(UnscorableReason.NO_TOP_LOG_PROBABILITIES);
        }
        double sum = 0;
        for (CandidateMass token : tokens) {
            sum += value(token, likelihoods.temperature());
        }
        return scored(sum / tokens.size());
    }
}
