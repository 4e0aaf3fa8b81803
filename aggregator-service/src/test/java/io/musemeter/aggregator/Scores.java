package io.musemeter.aggregator;

import io.musemeter.events.EvaluatorId;
import io.musemeter.events.FinishReason;
import io.musemeter.events.ModelIdentity;
import io.musemeter.events.NotWrittenReason;
import io.musemeter.events.PromptIdentity;
import io.musemeter.events.Sampler;
import io.musemeter.events.Score;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.SeriesKey;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import io.musemeter.events.StoryOutcome;
import io.musemeter.events.Temperature;
import io.musemeter.events.UnscorableReason;
import java.time.Instant;

/** Stories and scores for tests. */
public final class Scores {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    public static final EvaluatorId EVALUATOR = EvaluatorId.parse("computed/test/1/none");

    private Scores() {}

    public static Story story(String id, Source source, double temperature, Instant at) {
        return story(id, source, temperature, at, "text of " + id);
    }

    public static Story story(String id, Source source, double temperature, Instant at, String text) {
        return new Story(
                id,
                "test",
                source,
                ModelIdentity.named("model"),
                new PromptIdentity("prompt", "1"),
                Sampler.at(Temperature.of(temperature)),
                null,
                null,
                null,
                null,
                null,
                at,
                new StoryOutcome.Written(text, FinishReason.STOP, null));
    }

    public static Story notWritten(String id, Source source, double temperature, Instant at) {
        Story written = story(id, source, temperature, at);
        return new Story(
                id,
                written.environment(),
                source,
                written.model(),
                written.prompt(),
                written.sampler(),
                null,
                null,
                null,
                null,
                null,
                at,
                new StoryOutcome.NotWritten(NotWrittenReason.TIMEOUT));
    }

    public static Score scored(Story story, String metric, double value) {
        return Score.of(story, metric, EVALUATOR, Score.ONCE, new ScoreOutcome.Scored(value));
    }

    public static Score unscorable(Story story, String metric) {
        return Score.of(
                story, metric, EVALUATOR, Score.ONCE, new ScoreOutcome.Unscorable(UnscorableReason.EXEMPLAR_MISSING));
    }

    public static Score failed(Story story, String metric) {
        return Score.of(story, metric, EVALUATOR, Score.ONCE, new ScoreOutcome.Failed("out_of_memory"));
    }

    public static Score sampledOut(Story story, String metric) {
        return Score.of(
                story, metric, EVALUATOR, Score.ONCE, new ScoreOutcome.Unscorable(UnscorableReason.SAMPLED_OUT));
    }

    /** The same score of a story that was let in as one of a share of the traffic. */
    public static Score sampled(Score score, double fraction) {
        return with(
                score, score.responseModel(), score.fingerprint(), fraction, score.propensity(), score.exemplarHash());
    }

    /** The same score of a story whose temperature was assigned with a probability. */
    public static Score assigned(Score score, double propensity) {
        return with(
                score,
                score.responseModel(),
                score.fingerprint(),
                score.samplingFraction(),
                propensity,
                score.exemplarHash());
    }

    /** The same score of a story by a model that says which one it is. */
    public static Score answeredBy(Score score, String responseModel, String fingerprint) {
        return with(
                score, responseModel, fingerprint, score.samplingFraction(), score.propensity(), score.exemplarHash());
    }

    /** The same score of a story that was compared with an exemplar. */
    public static Score comparedWith(Score score, String exemplarHash) {
        return with(
                score,
                score.responseModel(),
                score.fingerprint(),
                score.samplingFraction(),
                score.propensity(),
                exemplarHash);
    }

    /** The same score of a story of a length. */
    public static Score sized(Score score, Integer words, Integer tokens) {
        return new Score(
                score.storyId(),
                score.series(),
                score.temperature(),
                score.eventTime(),
                score.repetition(),
                score.truncated(),
                score.textHash(),
                score.traceId(),
                score.spanId(),
                score.responseModel(),
                score.fingerprint(),
                score.samplingFraction(),
                score.propensity(),
                score.exemplarHash(),
                words,
                tokens,
                score.outcome());
    }

    /** The same score of a story that was cut, or was not. */
    public static Score truncated(Score score, boolean truncated) {
        return new Score(
                score.storyId(),
                score.series(),
                score.temperature(),
                score.eventTime(),
                score.repetition(),
                truncated,
                score.textHash(),
                score.traceId(),
                score.spanId(),
                score.responseModel(),
                score.fingerprint(),
                score.samplingFraction(),
                score.propensity(),
                score.exemplarHash(),
                score.words(),
                score.tokens(),
                score.outcome());
    }

    /** The same score in a series of another environment, model and prompt. */
    public static Score moved(Score score, String environment, String model, String prompt) {
        SeriesKey key = score.series();
        return new Score(
                score.storyId(),
                new SeriesKey(
                        environment,
                        key.source(),
                        model,
                        prompt,
                        key.promptVersion(),
                        key.samplerHash(),
                        key.metric(),
                        key.evaluatorId()),
                score.temperature(),
                score.eventTime(),
                score.repetition(),
                score.truncated(),
                score.textHash(),
                score.traceId(),
                score.spanId(),
                score.responseModel(),
                score.fingerprint(),
                score.samplingFraction(),
                score.propensity(),
                score.exemplarHash(),
                score.words(),
                score.tokens(),
                score.outcome());
    }

    private static Score with(
            Score score,
            String responseModel,
            String fingerprint,
            Double samplingFraction,
            Double propensity,
            String exemplarHash) {
        return new Score(
                score.storyId(),
                score.series(),
                score.temperature(),
                score.eventTime(),
                score.repetition(),
                score.truncated(),
                score.textHash(),
                score.traceId(),
                score.spanId(),
                responseModel,
                fingerprint,
                samplingFraction,
                propensity,
                exemplarHash,
                score.words(),
                score.tokens(),
                score.outcome());
    }
}
