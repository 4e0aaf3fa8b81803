package io.musemeter.generator.intake;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.musemeter.events.FinishReason;
import io.musemeter.events.NotWrittenReason;
import io.musemeter.events.Temperature;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story as others write it: one flat JSON object. Required are a temperature, a model, and either a text or the reason
 * why there is none; names of several words may be written as the providers do, {@code top_p} for {@code topP}; fields not
 * listed are ignored.
 *
 * @param id identity at its origin; the same id sent again is the same story
 * @param environment for example {@code prod-eu}; absent means the generator's own
 * @param source {@code production}, {@code study:ID} or {@code replay:NAME}; absent means what the way in says
 * @param model name of the model that was asked
 * @param responseModel name of the model that says it answered
 * @param fingerprint the provider's fingerprint of its serving system
 * @param prompt text of the prompt; it only serves to name the prompt and is not kept
 * @param promptId name of the prompt; absent means named by rule
 * @param promptVersion version of the prompt, absent means {@code 1}
 * @param temperature sampling temperature in [0, 5]
 * @param topP nucleus mass in [0, 1]
 * @param topK number of likeliest tokens kept, 0 for all
 * @param minP least probability relative to the likeliest token, in [0, 1]
 * @param seed seed of the random numbers
 * @param frequencyPenalty in [-2, 2]
 * @param presencePenalty in [-2, 2]
 * @param repeatPenalty in (0, 10]
 * @param maxTokens upper bound of the answer's tokens
 * @param text the story
 * @param finishReason why it ended, absent means unknown
 * @param tokenLogProbabilities natural logarithms of the raw distribution, one a token
 * @param topLogProbabilities of tokens evenly spread over the story, natural logarithms of the likeliest candidates
 * @param notWritten why there is no story
 * @param exemplarHash the exemplar it is compared with
 * @param traceId W3C trace id
 * @param spanId W3C span id
 * @param samplingFraction share of the traffic that was let in, in (0, 1]
 * @param propensity probability with which the temperature was assigned, in (0, 1]
 * @param eventTime when it was asked for, ISO 8601
 */
public record StoryForm(
        @Nullable String id,
        @Nullable String environment,
        @Nullable String source,
        @Nullable String model,
        @JsonAlias("response_model") @Nullable String responseModel,
        @Nullable String fingerprint,
        @Nullable String prompt,
        @JsonAlias("prompt_id") @Nullable String promptId,
        @JsonAlias("prompt_version") @Nullable String promptVersion,
        @Nullable Temperature temperature,
        @JsonAlias("top_p") @Nullable Double topP,
        @JsonAlias("top_k") @Nullable Integer topK,
        @JsonAlias("min_p") @Nullable Double minP,
        @Nullable Long seed,
        @JsonAlias("frequency_penalty") @Nullable Double frequencyPenalty,
        @JsonAlias("presence_penalty") @Nullable Double presencePenalty,
        @JsonAlias("repeat_penalty") @Nullable Double repeatPenalty,
        @JsonAlias("max_tokens") @Nullable Integer maxTokens,
        @Nullable String text,
        @JsonAlias("finish_reason") @Nullable FinishReason finishReason,
        @JsonAlias("token_log_probabilities") @Nullable List<Double> tokenLogProbabilities,
        @JsonAlias("top_log_probabilities") @Nullable List<List<Double>> topLogProbabilities,
        @JsonAlias("not_written") @Nullable NotWrittenReason notWritten,
        @JsonAlias("exemplar_hash") @Nullable String exemplarHash,
        @JsonAlias("trace_id") @Nullable String traceId,
        @JsonAlias("span_id") @Nullable String spanId,
        @JsonAlias("sampling_fraction") @Nullable Double samplingFraction,
        @Nullable Double propensity,
        @JsonAlias("event_time") @Nullable Instant eventTime) {}
