package io.musemeter.generator.otlp;

import io.musemeter.events.FinishReason;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One choice of a model's answer.
 *
 * @param text its text
 * @param finishReason why it ended
 */
record OutputMessage(String text, FinishReason finishReason) {

    /** Providers' own words for why an answer ended, in the contract's. */
    static FinishReason finishReason(@Nullable String words) {
        return switch (words == null ? "" : words.toLowerCase(Locale.ROOT)) {
            case "stop", "end_turn", "stop_sequence", "eos", "complete", "completed" -> FinishReason.STOP;
            case "length", "max_tokens", "max_output_tokens", "model_length" -> FinishReason.LENGTH;
            case "content_filter", "safety", "refusal", "content_filtered" -> FinishReason.CONTENT_FILTER;
            default -> FinishReason.UNKNOWN;
        };
    }
}
