package io.musemeter.generator.config;

import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What production's stories are compared with. */
public interface ProductionConfig {

    /** Text of the exemplar of every production story that names none. */
    Optional<String> exemplar();

    /** Without that: whether the first story of an environment, model and prompt at T of at most 0.05 becomes it. */
    @WithDefault("true")
    boolean firstColdStory();
}
