package io.musemeter.generator.provider;

import org.jspecify.annotations.Nullable;

/** Settings without which a request can go on: a provider that refuses one is asked without it from then on. */
enum Setting {
    /** Asked for as {@link #MAX_COMPLETION_TOKENS} instead, the name that OpenAI's reasoning models take. */
    MAX_TOKENS("max_tokens", null, true),
    MAX_COMPLETION_TOKENS("max_completion_tokens", "maxTokens", true),
    TOP_LOG_PROBABILITIES("top_logprobs", null, true),
    LOG_PROBABILITIES("logprobs", null, true),
    MIN_P("min_p", "minP", false),
    TOP_K("top_k", "topK", false),
    TOP_P("top_p", "topP", true),
    SEED("seed", "seed", true);

    private final String wireName;
    private final @Nullable String samplerName;
    private final boolean openAis;

    Setting(String wireName, @Nullable String samplerName, boolean openAis) {
        this.wireName = wireName;
        this.samplerName = samplerName;
        this.openAis = openAis;
    }

    String wireName() {
        return wireName;
    }

    /** What the sampler chain of a story calls it; null where it is no part of that, or known by its other name. */
    @Nullable
    String samplerName() {
        return samplerName;
    }

    /** Whether OpenAI's format has it: a server that knows no more may ignore another without a word. */
    boolean openAis() {
        return openAis;
    }
}
