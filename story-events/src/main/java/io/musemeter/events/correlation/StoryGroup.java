package io.musemeter.events.correlation;

import io.musemeter.events.Hashes;
import io.musemeter.events.SeriesKey;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import java.util.List;

/**
 * Stories that differ by temperature, seed and time alone: what a {@link SeriesKey} is without metric and evaluator.
 *
 * @param environment as in {@link Story}
 * @param source as in {@link Story}
 * @param model the model asked for
 * @param promptId the prompt's id
 * @param promptVersion its version
 * @param samplerHash every setting but temperature and seed
 */
public record StoryGroup(
        String environment, Source source, String model, String promptId, String promptVersion, String samplerHash) {

    /** The group of a story. */
    public static StoryGroup of(Story story) {
        return new StoryGroup(
                story.environment(),
                story.source(),
                story.model().name(),
                story.prompt().id(),
                story.prompt().version(),
                story.sampler().hash());
    }

    /** The group whose stories a series scores. */
    public static StoryGroup of(SeriesKey series) {
        return new StoryGroup(
                series.environment(),
                series.source(),
                series.model(),
                series.promptId(),
                series.promptVersion(),
                series.samplerHash());
    }

    /** Hash of the canonical form: 32 hexadecimal digits. */
    public String groupId() {
        return Hashes.ofParts(List.of(environment, source, model, promptId, promptVersion, samplerHash));
    }
}
