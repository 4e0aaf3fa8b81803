package io.musemeter.generator.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything about the generator that is Musemeter's own to set. */
@ConfigMapping(prefix = "musemeter.generator")
public interface GeneratorConfig {

    /** Environment of stories that name none. */
    @WithDefault("local")
    String environment();

    /** Folder of what must outlive the process: how far sweeps got, which exemplars production has, what was spent today. */
    @WithDefault(".musemeter/generator")
    Path dataFolder();

    /** Bearer token that requests must carry. Required when {@code quarkus.http.host} is not a loopback address. */
    Optional<String> token();

    /** Values of the Host header, port aside, from which changing requests are taken. */
    @WithDefault("localhost,127.0.0.1,[::1]")
    List<String> allowedHosts();

    /** The generator's own sweep over temperatures. */
    SweepConfig sweep();

    /** Bounds on stories that come from outside. */
    IntakeConfig intake();

    /** Rules that name the prompts of stories from outside, by prompt id. */
    Map<String, PromptRule> prompts();

    /** What production's stories are compared with. */
    ProductionConfig production();

    /** What is kept of texts from outside. */
    PrivacyConfig privacy();

    /** Models that speak OpenAI's wire format, by name. */
    Map<String, ProviderConfig> providers();

    /** The design by which live requests are given a temperature. */
    AssignmentConfig assignment();

    /** Scores sent to a tool that shows the traces. */
    ScoresOutConfig scoresOut();
}
