package io.musemeter.generator.writer;

import io.musemeter.events.FinishReason;
import io.musemeter.events.ModelIdentity;
import io.musemeter.events.NotWrittenReason;
import io.musemeter.events.Sampler;
import io.musemeter.events.StoryOutcome;
import io.musemeter.events.TopLogProbabilities;
import io.musemeter.storymodel.Generated;
import io.musemeter.storymodel.ModelCard;
import io.musemeter.storymodel.Sampling;
import io.musemeter.storymodel.StoryModel;
import java.util.Arrays;
import org.jboss.logging.Logger;

/**
 * The embedded story model. It follows no instructions: whatever the prompt, it begins a story. The same sampler gives the
 * same story, to the byte.
 */
final class EmbeddedWriter implements StoryWriter {
    static final String NAME = "embedded";

    private static final Logger LOG = Logger.getLogger(EmbeddedWriter.class);

    private final StoryModel model;
    private final SamplerSettings settings;

    EmbeddedWriter(StoryModel model, int maxTokens) {
        this.model = model;
        this.settings = new SamplerSettings(1.0, 0, 0.0, maxTokens);
    }

    @Override
    public ModelIdentity model() {
        ModelCard card = model.card();
        return new ModelIdentity(card.name(), null, card.fingerprint());
    }

    @Override
    public SamplerSettings settings() {
        return settings;
    }

    @Override
    public Draft write(String prompt, Sampler sampler) {
        return new Draft(model(), sampler, outcome(sampler));
    }

    private StoryOutcome outcome(Sampler sampler) {
        try {
            Generated story = model.generate("", sampling(sampler), maxTokens(sampler));
            return new StoryOutcome.Written(
                    story.text(),
                    story.finishReason() == Generated.FinishReason.LENGTH ? FinishReason.LENGTH : FinishReason.STOP,
                    Arrays.stream(story.rawLogProbabilities()).boxed().toList(),
                    TopLogProbabilities.thinned(story.candidates()).orElse(null));
        } catch (IllegalArgumentException e) {
            LOG.warnf("The embedded model does not take this sampler: %s", e.getMessage());
            return new StoryOutcome.NotWritten(NotWrittenReason.PROVIDER_ERROR);
        }
    }

    private int maxTokens(Sampler sampler) {
        return sampler.maxTokens() == null ? model.card().context() : sampler.maxTokens();
    }

    private static Sampling sampling(Sampler sampler) {
        return new Sampling(
                sampler.temperature().asDouble(),
                sampler.topK() == null ? 0 : sampler.topK(),
                sampler.topP() == null ? 1 : sampler.topP(),
                sampler.minP() == null ? 0 : sampler.minP(),
                sampler.seed() == null ? 0 : sampler.seed());
    }
}
