package io.musemeter.generator.config;

import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.OptionalLong;

/** The generator's own sweep over temperatures. */
public interface SweepConfig {

    /** Whether the sweep runs. */
    @WithDefault("true")
    boolean enabled();

    /** The models that are swept, each in a thread of its own: {@code embedded} or the name of a provider. */
    @WithDefault("embedded")
    List<String> models();

    /** Temperatures of the design, each once a block, in [0, 5]. */
    @WithDefault("0.001,0.334,0.667,1,1.334,1.667,2")
    List<Double> temperatures();

    /** Seed of the design; another seed is another design, and other stories. */
    @WithDefault("20240501")
    long seed();

    /**
     * Stories per temperature written at full speed. The default leaves 20 complete ones at the hottest temperature,
     * where the embedded model runs into the bound of tokens more often than not.
     */
    @WithDefault("50")
    long fastPerTemperature();

    /** Stories per second after that. */
    @WithDefault("1")
    double storiesPerSecond();

    /** Stories per temperature at which the sweep ends; without it the sweep goes on for ever. */
    OptionalLong maxPerTemperature();

    /** Upper bound of a story's tokens. */
    @WithDefault("480")
    int maxTokens();

    /** The prompt. */
    Prompt prompt();

    /** What is asked. */
    interface Prompt {
        /** Its name. */
        @WithDefault("write-a-story")
        String id();

        /** Its version. */
        @WithDefault("1")
        String version();

        /** Its text. */
        @WithDefault("Write a story.")
        String text();
    }
}
