package io.musemeter.system.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.musemeter.system.RunningSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The dashboards as they are delivered. */
final class Dashboards {
    static final Path FOLDER = RunningSystem.ROOT.resolve("grafana/dashboards");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([a-z]+)\\}?");

    private Dashboards() {}

    /** All of them by file name. */
    static Map<String, JsonNode> all() {
        Map<String, JsonNode> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                all.put(file.getFileName().toString(), new ObjectMapper().readTree(file.toFile()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    /** Panels of a dashboard, rows included. */
    static List<JsonNode> panels(JsonNode dashboard) {
        return list(dashboard.path("panels"));
    }

    /** Panels that show figures. */
    static List<JsonNode> figures(JsonNode dashboard) {
        return panels(dashboard).stream()
                .filter(panel -> !isOf(panel, "row") && !isOf(panel, "text"))
                .toList();
    }

    /** Whether a panel is of a type. */
    static boolean isOf(JsonNode panel, String type) {
        return panel.path("type").asText().equals(type);
    }

    /** The expressions of a panel. */
    static List<String> expressions(JsonNode panel) {
        return list(panel.path("targets")).stream()
                .map(target -> target.path("expr").asText())
                .toList();
    }

    /** Names of the variables that a text refers to. */
    static List<String> variablesIn(String text) {
        return VARIABLE.matcher(text.replace("$__rate_interval", "").replace("$__all", ""))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** An expression of every series: variables match everything. */
    static String ofEverything(String expression) {
        return VARIABLE.matcher(expression.replace("$__rate_interval", "30s")).replaceAll(".*");
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
