package io.musemeter.scorer.service;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Configurations for tests: the defaults, but for what is given. */
final class TestConfig {
    private TestConfig() {}

    /** @param settings keys without {@code musemeter.scorer.}, and their values, in turn */
    static ScorerConfig with(String... settings) {
        return config(settings).getConfigMapping(ScorerConfig.class);
    }

    /** @param settings as in {@link #with} */
    static JudgeConfig judge(String... settings) {
        return config(settings).getConfigMapping(JudgeConfig.class);
    }

    private static SmallRyeConfig config(String... settings) {
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            properties.put("musemeter.scorer." + settings[i], settings[i + 1]);
        }
        return new SmallRyeConfigBuilder()
                .withMapping(ScorerConfig.class)
                .withMapping(JudgeConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build();
    }
}
