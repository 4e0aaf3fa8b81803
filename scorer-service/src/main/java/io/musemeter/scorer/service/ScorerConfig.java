package io.musemeter.scorer.service;

import io.musemeter.scorer.pipeline.FamilyName;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a scorer instance does. Kafka's own settings are {@code kafka.*}, {@code kafka.bootstrap.servers} first of all. */
@ConfigMapping(prefix = "musemeter.scorer")
public interface ScorerConfig {
    /** The families this instance serves, each in a consumer group of its own. */
    @WithDefault("likelihood,lexical,semantic,cohesion")
    Set<FamilyName> families();

    /** What the consumer groups' names begin with; the family's name follows after a dash. */
    @WithDefault("musemeter-scorer")
    String groupPrefix();

    /** Bearer token that requests must carry. Required when {@code quarkus.http.host} is not a loopback address. */
    Optional<String> token();

    /** Members of a family's group in this process, each scoring one story at a time; one where nothing is said. */
    Map<FamilyName, Integer> consumers();

    /** Most stories taken from Kafka at once by a member; also what may be delivered again after a crash. */
    @WithDefault("64")
    int batch();

    /** How long after its arrival a story waits for the exemplar it names. */
    @WithDefault("30s")
    Duration exemplarWait();

    /** JSON lines of the stories that novelty and typicality are measured against, in place of those that are built in. */
    Optional<Path> referenceSet();

    /** What counts as creative yield. */
    Yield creativeYield();

    /**
     * Scores again the stories that are in the log when it is started first, in consumer groups of its own, as the source
     * {@code replay:NAME.SOURCE} of each story's source. The name has 1 to 32 letters, digits, dashes, underscores; started
     * again under the same name, it goes on where it stopped.
     */
    Optional<String> rescore();

    /** Least values of a story that counts as creative. */
    interface Yield {
        /** Least semantic novelty, in [0, 2]. */
        @WithDefault("0.3")
        double novelty();

        /** Least first-order sentence coherence, in [-1, 1]. */
        @WithDefault("0.3")
        double coherence();
    }
}
