package io.musemeter.scorer.service;

import io.musemeter.scorer.pipeline.FamilyName;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/** What a scorer instance does. Kafka's own settings are {@code kafka.*}, {@code kafka.bootstrap.servers} first of all. */
@ConfigMapping(prefix = "musemeter.scorer")
public interface ScorerConfig {
    /** The families this instance serves, each in a consumer group of its own. */
    @WithDefault("likelihood,lexical,semantic")
    Set<FamilyName> families();

    /** What the consumer groups' names begin with; the family's name follows after a dash. */
    @WithDefault("scorer")
    String groupPrefix();

    /** Members of each family's group in this process, each scoring one story at a time. */
    @WithDefault("1")
    int consumersPerFamily();

    /** Most stories taken from Kafka at once by a member; also what may be delivered again after a crash. */
    @WithDefault("64")
    int batch();

    /** How long after its arrival a story waits for the exemplar it names. */
    @WithDefault("30s")
    Duration exemplarWait();
}
