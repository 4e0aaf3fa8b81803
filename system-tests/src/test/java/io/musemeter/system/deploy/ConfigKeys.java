package io.musemeter.system.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.system.RunningSystem;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys a service knows, from its own classes: those of its {@code @ConfigMapping} interfaces and of its properties file. */
final class ConfigKeys {
    /** The interfaces; the class loader says so where one was moved. */
    private static final Map<String, List<String>> MAPPINGS = Map.of(
            "generator-service", List.of("io.musemeter.generator.config.GeneratorConfig"),
            "scorer-service",
                    List.of("io.musemeter.scorer.service.ScorerConfig", "io.musemeter.scorer.service.JudgeConfig"),
            "aggregator-service", List.of("io.musemeter.aggregator.service.AggregatorConfig"));

    /** Keys and their defaults. */
    private final Map<String, String> keys;

    private final Properties properties;

    private ConfigKeys(Map<String, String> keys, Properties properties) {
        this.keys = keys;
        this.properties = properties;
    }

    /** The keys of a module, which must be compiled. */
    static ConfigKeys of(String module) {
        Path classes = RunningSystem.ROOT.resolve(module).resolve("target/classes");
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL(), events()}, ConfigKeys.class.getClassLoader())) {
            Map<String, String> keys = new TreeMap<>();
            for (String mapping : MAPPINGS.get(module)) {
                Class<?> type = Class.forName(mapping, false, loader);
                String prefix = type.getAnnotation(ConfigMapping.class).prefix();
                ConfigMappings.getProperties(new ConfigClass(type, prefix))
                        .forEach((key, property) ->
                                keys.put(key, property.hasDefaultValue() ? property.getDefaultValue() : ""));
            }
            Properties properties = new Properties();
            properties.load(new StringReader(Files.readString(classes.resolve("application.properties"))));
            return new ConfigKeys(keys, properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(module + " must be compiled before; not found: " + e.getMessage(), e);
        }
    }

    /** The keys of the interfaces; {@code *} stands for a name. */
    Set<String> all() {
        return keys.keySet();
    }

    /** The default of a key; empty when it has none. */
    String defaultOf(String key) {
        assertThat(keys).containsKey(key);
        return keys.get(key);
    }

    /** What the properties file says of a key; null when it says nothing. */
    String property(String key) {
        return properties.getProperty(key);
    }

    /** Whether an environment variable of that name sets one of the keys. */
    boolean hasVariable(String variable) {
        return Stream.concat(keys.keySet().stream(), properties.stringPropertyNames().stream())
                .anyMatch(key -> pattern(key).matcher(variable).matches());
    }

    private static Pattern pattern(String key) {
        String variable = Stream.of(key.split("\\*", -1))
                .map(part -> part.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"))
                .collect(Collectors.joining("[A-Z0-9_]+"));
        return Pattern.compile(variable);
    }

    private static URL events() throws IOException {
        return RunningSystem.ROOT.resolve("story-events/target/classes").toUri().toURL();
    }
}
