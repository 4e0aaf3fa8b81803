package io.musemeter.scorer;

import io.musemeter.events.FinishReason;
import io.musemeter.events.ModelIdentity;
import io.musemeter.events.NotWrittenReason;
import io.musemeter.events.PromptIdentity;
import io.musemeter.events.Sampler;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import io.musemeter.events.StoryOutcome;
import io.musemeter.events.Temperature;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stories for tests. */
public final class TestStories {
    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    private TestStories() {}

    /** A story of that text, without an exemplar. */
    public static Story written(String id, String text) {
        return written(id, text, null);
    }

    /** A story of that text that names an exemplar. */
    public static Story written(String id, String text, @Nullable String exemplarHash) {
        return story(id, exemplarHash, new StoryOutcome.Written(text, FinishReason.STOP, null));
    }

    /** A story with its provider's log-probabilities. */
    public static Story withLogProbabilities(String id, List<Double> logProbabilities) {
        return story(id, null, new StoryOutcome.Written("some text", FinishReason.STOP, logProbabilities));
    }

    /** A request that timed out. */
    public static Story timedOut(String id) {
        return story(id, null, new StoryOutcome.NotWritten(NotWrittenReason.TIMEOUT));
    }

    private static Story story(String id, @Nullable String exemplarHash, StoryOutcome outcome) {
        return new Story(
                id,
                "test",
                new Source.Sweep(),
                ModelIdentity.named("model"),
                new PromptIdentity("prompt", "1"),
                Sampler.at(Temperature.of(0.7)),
                exemplarHash,
                null,
                null,
                null,
                null,
                TIME,
                outcome);
    }
}
