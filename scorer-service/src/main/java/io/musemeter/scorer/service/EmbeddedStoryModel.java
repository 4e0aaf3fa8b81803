package io.musemeter.scorer.service;

import io.musemeter.scorer.likelihood.ReferenceModel;
import io.musemeter.storymodel.Scoring;
import io.musemeter.storymodel.StoryModel;

/** The embedded children's-story model as the reference of {@code reference_perplexity}. */
public final class EmbeddedStoryModel implements ReferenceModel {
    private final StoryModel model = StoryModel.embedded();

    @Override
    public String fingerprint() {
        return model.card().fingerprint();
    }

    @Override
    public double[] logProbabilities(String text) {
        return model.score(text) instanceof Scoring.Scored scored ? scored.logProbabilities() : new double[0];
    }
}
