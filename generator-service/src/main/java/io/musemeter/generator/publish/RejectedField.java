package io.musemeter.generator.publish;

import java.util.Locale;

/** The part of a record that broke the contract: a bounded set, fit for a metric's tag. */
enum RejectedField {
    /** The record as a whole: not JSON, not UTF-8, too long. */
    RECORD,
    TEMPERATURE,
    SAMPLER,
    TEXT,
    OUTCOME,
    MODEL,
    PROMPT,
    SOURCE,
    IDENTITY,
    TIME,
    OTHER;

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RejectedField of(String path) {
        if (path.equals("$") || path.startsWith("$.")) {
            return RECORD;
        }
        if (path.endsWith("temperature")) {
            return TEMPERATURE;
        }
        String head = path.replaceAll("[.\\[].*", "");
        return switch (head) {
            case "sampler",
                    "topP",
                    "topK",
                    "minP",
                    "seed",
                    "maxTokens",
                    "frequencyPenalty",
                    "presencePenalty",
                    "repeatPenalty" -> SAMPLER;
            case "text" -> TEXT;
            case "outcome", "finishReason", "notWritten", "tokenLogProbabilities", "topLogProbabilities" ->
                path.equals("outcome.text") ? TEXT : OUTCOME;
            case "model", "responseModel", "fingerprint" -> MODEL;
            case "prompt", "promptId", "promptVersion" -> PROMPT;
            case "source", "environment" -> SOURCE;
            case "id", "storyId", "traceId", "spanId", "exemplar", "exemplarHash" -> IDENTITY;
            case "eventTime" -> TIME;
            default -> OTHER;
        };
    }
}
