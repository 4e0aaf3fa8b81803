package io.musemeter.generator.config;

import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.OptionalDouble;

/** The design by which live requests are given a temperature. */
public interface AssignmentConfig {

    /** Temperatures that are tried, each with the same probability, in [0, 5]. */
    @WithDefault("0.4,0.7,1,1.3")
    List<Double> temperatures();

    /** Production's own temperature; with it, only the canary's share is spread over the temperatures. */
    OptionalDouble production();

    /** Share of the requests that do not get production's temperature by default, in (0, 1]. */
    @WithDefault("0.05")
    double canaryShare();

    /** Seed of the assignment; another seed assigns anew. */
    @WithDefault("1")
    long seed();
}
