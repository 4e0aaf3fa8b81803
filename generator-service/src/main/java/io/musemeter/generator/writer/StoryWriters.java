package io.musemeter.generator.writer;

import io.musemeter.events.Hashes;
import io.musemeter.generator.config.GeneratorConfig;
import io.musemeter.generator.privacy.Redactions;
import io.musemeter.generator.provider.ProviderWriter;
import io.musemeter.storymodel.StoryModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds a writer by its configured name. */
@ApplicationScoped
public class StoryWriters {
    private final GeneratorConfig config;
    private final Redactions redactions;
    /** One writer a name: its budget and its circuit breaker are the provider's, not the asker's. */
    private final Map<String, StoryWriter> writers = new ConcurrentHashMap<>();

    StoryWriters(GeneratorConfig config) {
        this.config = config;
        this.redactions = Redactions.of(config.privacy().redact());
    }

    /**
     * The writer of that name.
     *
     * @throws IllegalArgumentException when nothing of that name is configured
     */
    public StoryWriter named(String name) {
        return writers.computeIfAbsent(name, n -> new RedactingWriter(make(n), redactions));
    }

    private StoryWriter make(String name) {
        if (name.equals(EmbeddedWriter.NAME)) {
            return new EmbeddedWriter(StoryModel.embedded(), config.sweep().maxTokens());
        }
        if (!config.providers().containsKey(name)) {
            throw new IllegalArgumentException("musemeter.generator.sweep.models: no provider is called " + name);
        }
        return new ProviderWriter(
                config.providers().get(name),
                config.intake().maxText().asLongValue(),
                Clock.systemUTC(),
                config.dataFolder().resolve("budget-" + Hashes.ofText(name) + ".json"));
    }
}
