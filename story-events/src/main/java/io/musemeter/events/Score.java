package io.musemeter.events;

import io.musemeter.events.metrics.MetricCatalogue;
import io.musemeter.events.metrics.MetricSpec;
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
 * @param exemplarHash the exemplar that the story was compared with, of a metric that compares with one
 * @param words words of the text, at least 0; absent without a text
 * @param tokens tokens of the story, at least 0, when known
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
        @Nullable String exemplarHash,
        @Nullable Integer words,
        @Nullable Integer tokens,
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
        Require.optionalName(exemplarHash, "exemplarHash");
        Require.atLeast(words, 0, "words");
        Require.atLeast(tokens, 0, "tokens");
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
                comparesWithExemplar(metric) ? story.exemplarHash() : null,
                story.outcome() instanceof StoryOutcome.Written written ? Words.count(written.text()) : null,
                tokens(story.outcome()),
                outcome);
    }

    private static @Nullable Integer tokens(StoryOutcome outcome) {
        return outcome instanceof StoryOutcome.Written written && written.tokenLogProbabilities() != null
                ? written.tokenLogProbabilities().size()
                : null;
    }

    private static boolean comparesWithExemplar(String metric) {
        return MetricCatalogue.find(metric)
                .map(MetricSpec::comparesWithExemplar)
                .orElse(false);
    }

    /** Identity: delivered twice under one identity, a score counts once. */
    public String scoreId() {
        return Hashes.ofParts(List.of(storyId, series.metric(), series.evaluatorId(), repetition));
    }
}
