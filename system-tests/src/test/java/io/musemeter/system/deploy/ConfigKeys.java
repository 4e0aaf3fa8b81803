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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys a service knows, from its own classes: those of its {@code @ConfigMapping} interfaces and of its properties file. */
final class ConfigKeys {
    /** Keys and their defaults; {@code *} in a key stands for a name. */
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
            for (Class<?> type : mappings(classes, loader)) {
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
        }
    }

    /** The default of a key; empty when it has none. */
    String defaultOf(String key) {
        assertThat(keys).containsKey(key);
        return keys.get(key);
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

    private static List<Class<?>> mappings(Path classes, ClassLoader loader) throws IOException {
        List<Class<?>> mappings = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(each -> each.toString().endsWith("Config.class"))
                    .toList()) {
                String name = classes.relativize(file)
                        .toString()
                        .replace(".class", "")
                        .replace('/', '.');
                Class<?> type = Class.forName(name, false, loader);
                if (type.isAnnotationPresent(ConfigMapping.class)) {
                    mappings.add(type);
                }
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        assertThat(mappings)
                .as("interfaces in " + classes + ", which must be compiled before")
                .isNotEmpty();
        return mappings;
    }

    private static URL events() throws IOException {
        return RunningSystem.ROOT.resolve("story-events/target/classes").toUri().toURL();
    }
}
