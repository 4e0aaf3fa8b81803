package io.musemeter.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a request ended without a story. The reasons rise with temperature unevenly, so each is counted. */
public enum NotWrittenReason {
    /** No answer within the time allowed, retries included. */
    @JsonProperty("timeout")
    TIMEOUT,
    /** The provider kept refusing for load. */
    @JsonProperty("rate_limited")
    RATE_LIMITED,
    /** The provider failed. */
    @JsonProperty("provider_error")
    PROVIDER_ERROR,
    /** The answer was not to be understood. */
    @JsonProperty("malformed_answer")
    MALFORMED_ANSWER,
    /** The answer held no text. */
    @JsonProperty("empty_answer")
    EMPTY_ANSWER,
    /** The provider's filter refused the request. */
    @JsonProperty("content_filter")
    CONTENT_FILTER,
    /** The model does not take this temperature. */
    @JsonProperty("temperature_refused")
    TEMPERATURE_REFUSED,
    /** The provider does not know the model. */
    @JsonProperty("model_unknown")
    MODEL_UNKNOWN,
    /** The budget of calls or tokens was used up. */
    @JsonProperty("budget_exhausted")
    BUDGET_EXHAUSTED
}
