package io.musemeter.generator.provider;

import dev.langchain4j.model.openai.OpenAiChatModel;
import io.musemeter.generator.config.ProviderConfig;
import java.time.Duration;

/**
 * Makes a model on quarkus-langchain4j's client, one for each entry of the configuration. The extension's own models are
 * beans named at build time; nothing injects them, so it makes none and asks for no key.
 */
final class ProviderClient {
    /** Sent where no key is configured: local servers take any, and the client wants one. */
    private static final String ANY_KEY = "none";

    private ProviderClient() {}

    static OpenAiChatModel of(ProviderConfig config) {
        // The builder that langchain4j finds through the service loader is the extension's.
        return OpenAiChatModel.builder()
                .baseUrl(config.baseUrl().toString())
                .apiKey(config.apiKey().orElse(ANY_KEY))
                .modelName(config.model())
                .timeout(inWholeSeconds(config.timeout()))
                .maxRetries(0)
                .build();
    }

    /** The extension cuts to seconds, and 0 would mean no bound; the exact one is the writer's. */
    private static Duration inWholeSeconds(Duration timeout) {
        return Duration.ofSeconds(timeout.plusMillis(999).toSeconds() + 1);
    }
}
