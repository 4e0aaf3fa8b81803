package io.musemeter.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why a metric has no value for a story. */
public enum UnscorableReason {
    /** The request ended without a story. */
    @JsonProperty("not_written")
    NOT_WRITTEN,
    /** The story has no token the metric could work on. */
    @JsonProperty("empty_text")
    EMPTY_TEXT,
    /** The story is too short for the metric, for example one sentence for sentence-to-sentence coherence. */
    @JsonProperty("too_short")
    TOO_SHORT,
    /** The story names no exemplar and none is configured. */
    @JsonProperty("no_exemplar")
    NO_EXEMPLAR,
    /** The exemplar it names did not arrive in time. */
    @JsonProperty("exemplar_missing")
    EXEMPLAR_MISSING,
    /** The exemplar itself cannot be compared with, for example because it is empty. */
    @JsonProperty("exemplar_unusable")
    EXEMPLAR_UNUSABLE,
    /** The provider gave no log-probabilities. */
    @JsonProperty("no_log_probabilities")
    NO_LOG_PROBABILITIES,
    /** The provider did not say which other tokens it would have taken, and how likely they were. */
    @JsonProperty("no_top_log_probabilities")
    NO_TOP_LOG_PROBABILITIES,
    /** The metric's value is not finite, for example a perplexity beyond all bounds. */
    @JsonProperty("not_finite")
    NOT_FINITE,
    /** The deterministic sample of stories to judge leaves this one out. */
    @JsonProperty("sampled_out")
    SAMPLED_OUT,
    /** The budget of calls or tokens was used up. */
    @JsonProperty("budget_exhausted")
    BUDGET_EXHAUSTED,
    /** No reference set is configured or it is too small. */
    @JsonProperty("no_reference_set")
    NO_REFERENCE_SET,
    /** The evaluator was asked once only, or gave one answer only. */
    @JsonProperty("not_repeated")
    NOT_REPEATED
}
