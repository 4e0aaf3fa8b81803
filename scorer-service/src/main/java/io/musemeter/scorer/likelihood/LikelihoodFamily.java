package io.musemeter.scorer.likelihood;

import io.musemeter.scorer.metric.Family;
import io.musemeter.scorer.metric.Metric;
import io.musemeter.scorer.metric.ScoringInput;
import java.util.List;
import java.util.Optional;

/** The metrics made of token log-probabilities. */
public final class LikelihoodFamily implements Family<Likelihoods> {
    private final ReferenceModel model;
    private final List<Metric<Likelihoods>> metrics;

    /** @param model the model of {@code reference_perplexity} */
    public LikelihoodFamily(ReferenceModel model) {
        this.model = model;
        this.metrics = List.of(
                new ReferencePerplexity(model),
                new ProviderPerplexity(),
                new RawSupport(),
                new TemperedSupport(),
                new LeakedMass());
    }

    @Override
    public String name() {
        return "likelihood";
    }

    @Override
    public List<Metric<Likelihoods>> metrics() {
        return metrics;
    }

    @Override
    public Likelihoods analyse(ScoringInput input) {
        String text = input.written().text();
        return new Likelihoods(
                () -> model.logProbabilities(text),
                Optional.ofNullable(input.written().tokenLogProbabilities()),
                Optional.ofNullable(input.written().topLogProbabilities()).orElse(List.of()),
                input.story().sampler().temperature().asDouble());
    }
}
