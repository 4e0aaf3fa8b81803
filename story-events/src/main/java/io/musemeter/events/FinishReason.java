package io.musemeter.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a story ended, in the words of {@code gen_ai.response.finish_reasons}. */
public enum FinishReason {
    /** The model ended it. */
    @JsonProperty("stop")
    STOP,
    /** The bound on its tokens cut it: a truncated story. */
    @JsonProperty("length")
    LENGTH,
    /** The provider's filter cut it. */
    @JsonProperty("content_filter")
    CONTENT_FILTER,
    /** Nobody said. */
    @JsonProperty("unknown")
    UNKNOWN
}
