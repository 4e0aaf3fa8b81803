package io.musemeter.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One evaluator's word on one story: the value of topic {@code scores}, keyed by {@link SeriesKey#seriesId}.
 *
 * @param storyId the story
 * @param series the series it belongs to
 * @param temperature the story's temperature
 * @param eventTime the story's event time
 * @param repetition rater or repeat number, {@code 0} where there is one
 * @param truncated whether the bound on its tokens cut the story
 * @param textHash leading 64 bits of the text's hash, so that a reader can count distinct texts; 0 without a text
 * @param traceId trace of the originating request, when known
 * @param spanId span of the originating request, when known
 * @param responseModel the model that says it answered, when known
 * @param fingerprint the provider's fingerprint, when known
 * @param samplingFraction share of the traffic that is let in, in (0, 1]; absent means all
 * @param propensity probability with which the temperature was assigned, in (0, 1], when assigned at random
 * @param outcome the value, or why there is none
 */
public record Score(
        String storyId,
        SeriesKey series,
        Temperature temperature,
        Instant eventTime,
        String repetition,
        boolean truncated,
        long textHash,
        @Nullable String traceId,
        @Nullable String spanId,
        @Nullable String responseModel,
        @Nullable String fingerprint,
        @Nullable Double samplingFraction,
        @Nullable Double propensity,
        ScoreOutcome outcome) {

    /** Repetition of an evaluator that answers once. */
    public static final String ONCE = "0";

    /** @throws InvalidEventException naming the first field that breaks the contract */
    public Score {
        Require.name(storyId, "storyId");
        Require.present(series, "series");
        Require.present(temperature, "temperature");
        Require.time(eventTime, "eventTime");
        Require.name(repetition, "repetition");
        Require.hex(traceId, 32, "traceId");
        Require.hex(spanId, 16, "spanId");
        Require.optionalName(responseModel, "responseModel");
        Require.optionalName(fingerprint, "fingerprint");
        Require.within(samplingFraction, Double.MIN_VALUE, 1, "samplingFraction");
        Require.within(propensity, Double.MIN_VALUE, 1, "propensity");
        Require.present(outcome, "outcome");
    }

    /** The score of a story by one evaluator. */
    public static Score of(
            Story story, String metric, EvaluatorId evaluatorId, String repetition, ScoreOutcome outcome) {
        return new Score(
                story.storyId(),
                SeriesKey.of(story, metric, evaluatorId),
                story.sampler().temperature(),
                story.eventTime(),
                repetition,
                story.truncated(),
                story.outcome() instanceof StoryOutcome.Written written ? Hashes.firstBits(written.text()) : 0,
                story.traceId(),
                story.spanId(),
                story.model().responseName(),
                story.model().fingerprint(),
                story.samplingFraction(),
                story.propensity(),
                outcome);
    }

    /** Identity: delivered twice under one identity, a score counts once. */
    public String scoreId() {
        return Hashes.ofParts(List.of(storyId, series.metric(), series.evaluatorId(), repetition));
    }
}
