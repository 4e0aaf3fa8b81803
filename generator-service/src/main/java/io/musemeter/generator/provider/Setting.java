package io.musemeter.generator.provider;

/** Settings without which a request can go on: a provider that refuses one is asked without it from then on. */
enum Setting {
    /** Asked for as {@link #MAX_COMPLETION_TOKENS} instead, the name that OpenAI's reasoning models take. */
    MAX_TOKENS("max_tokens"),
    MAX_COMPLETION_TOKENS("max_completion_tokens"),
    TOP_LOG_PROBABILITIES("top_logprobs"),
    LOG_PROBABILITIES("logprobs"),
    MIN_P("min_p"),
    TOP_K("top_k"),
    TOP_P("top_p"),
    SEED("seed");

    private final String wireName;

    Setting(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }
}
