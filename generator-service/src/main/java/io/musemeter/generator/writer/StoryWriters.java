package io.musemeter.generator.writer;

import io.musemeter.generator.config.GeneratorConfig;
import io.musemeter.storymodel.StoryModel;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds a writer by its configured name. */
@ApplicationScoped
public class StoryWriters {
    private final GeneratorConfig config;

    StoryWriters(GeneratorConfig config) {
        this.config = config;
    }

    /**
     * The writer of that name.
     *
     * @throws IllegalArgumentException when nothing of that name is configured
     */
    public StoryWriter named(String name) {
        if (name.equals(EmbeddedWriter.NAME)) {
            return new EmbeddedWriter(StoryModel.embedded(), config.sweep().maxTokens());
        }
        throw new IllegalArgumentException("musemeter.generator.sweep.models: no provider is called " + name);
    }
}
