package io.musemeter.generator.config;

import io.smallrye.config.WithDefault;

/** Names the prompts that fit a template, so that a series is never one user's message. */
public interface PromptRule {

    /** The prompt's text, with {@code {variable}} standing for any text. */
    String template();

    /** Version of the prompt. */
    @WithDefault("1")
    String version();
}
