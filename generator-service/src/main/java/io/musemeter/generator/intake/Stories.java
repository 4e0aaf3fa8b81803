package io.musemeter.generator.intake;

import io.musemeter.events.Story;
import org.jspecify.annotations.Nullable;

/** Copies of stories that differ in one component. */
final class Stories {
    private Stories() {}

    static Story sampled(Story story, double fraction) {
        return with(story, story.exemplarHash(), fraction);
    }

    static Story comparedWith(Story story, String exemplarHash) {
        return with(story, exemplarHash, story.samplingFraction());
    }

    private static Story with(Story story, @Nullable String exemplarHash, @Nullable Double fraction) {
        return new Story(
                story.storyId(),
                story.environment(),
                story.source(),
                story.model(),
                story.prompt(),
                story.sampler(),
                exemplarHash,
                story.traceId(),
                story.spanId(),
                fraction,
                story.propensity(),
                story.eventTime(),
                story.outcome());
    }
}
