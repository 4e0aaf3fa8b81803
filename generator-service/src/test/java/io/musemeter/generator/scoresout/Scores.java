package io.musemeter.generator.scoresout;

import io.musemeter.events.EvaluatorId;
import io.musemeter.events.FinishReason;
import io.musemeter.events.ModelIdentity;
import io.musemeter.events.PromptIdentity;
import io.musemeter.events.Sampler;
import io.musemeter.events.Score;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import io.musemeter.events.StoryOutcome;
import io.musemeter.events.Temperature;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Scores of stories that were asked for within a span. */
final class Scores {
    static final String TRACE = "5b8efff798038103d269b633813fc60c";
    static final String SPAN = "eee19b7ec3c1b174";
    static final Instant TIME = Instant.parse("2026-01-01T00:00:00.000000001Z");

    private Scores() {}

    static Score traced(String storyId, ScoreOutcome outcome) {
        return score(storyId, TRACE, TIME, Score.ONCE, outcome);
    }

    static Score untraced(String storyId, ScoreOutcome outcome) {
        return score(storyId, null, TIME, Score.ONCE, outcome);
    }

    static Score score(
            String storyId, @Nullable String traceId, Instant time, String repetition, ScoreOutcome outcome) {
        Story story = new Story(
                storyId,
                "test",
                new Source.Production(),
                ModelIdentity.named("gpt-x"),
                new PromptIdentity("bedtime", "1"),
                Sampler.at(Temperature.of(0.7)),
                null,
                traceId,
                traceId == null ? null : SPAN,
                null,
                null,
                time,
                new StoryOutcome.Written("Once.", FinishReason.STOP, null));
        return Score.of(story, "edit_distance", EvaluatorId.parse("computed/lexical/1/none"), repetition, outcome);
    }
}
