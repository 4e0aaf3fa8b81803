package io.musemeter.scorer.oracle;

import io.musemeter.events.Exemplar;
import io.musemeter.events.FinishReason;
import io.musemeter.events.ModelIdentity;
import io.musemeter.events.PromptIdentity;
import io.musemeter.events.Sampler;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import io.musemeter.events.StoryOutcome;
import io.musemeter.events.Temperature;
import io.musemeter.scorer.metric.ScoringInput;
import java.time.Instant;
import java.util.Optional;

/** Stories to score, of which only identity and text matter. */
public final class Inputs {
    private Inputs() {}

    /** A story of that identity and text, without an exemplar. */
    public static ScoringInput of(String storyId, String text) {
        return input(storyId, text, Optional.empty());
    }

    /** A story to be compared with an exemplar. */
    public static ScoringInput of(String storyId, String text, String exemplar) {
        return input(storyId, text, Optional.of(Exemplar.of(exemplar, Exemplar.Origin.CONFIGURED, Instant.EPOCH)));
    }

    private static ScoringInput input(String storyId, String text, Optional<Exemplar> exemplar) {
        StoryOutcome.Written written = new StoryOutcome.Written(text, FinishReason.STOP, null);
        Story story = new Story(
                storyId,
                "test",
                new Source.Replay("oracle"),
                ModelIdentity.named("nobody"),
                new PromptIdentity("none", "1"),
                Sampler.at(Temperature.of(1)),
                exemplar.map(Exemplar::exemplarHash).orElse(null),
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                written);
        return new ScoringInput(story, written, exemplar);
    }
}
