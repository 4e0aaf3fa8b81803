package io.musemeter.generator.provider;

/** Settings without which a request can go on: a provider that refuses one is asked without it from then on. */
enum Setting {
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
