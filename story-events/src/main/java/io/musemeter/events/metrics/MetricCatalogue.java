package io.musemeter.events.metrics;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.musemeter.events.InvalidEventException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The declarations of {@code metrics.yaml}. */
public final class MetricCatalogue {
    private static final String RESOURCE = "/io/musemeter/events/metrics.yaml";
    private static final Map<String, MetricSpec> BY_NAME = load();

    private MetricCatalogue() {}

    /** All metrics in the order of the file. */
    public static List<MetricSpec> all() {
        return List.copyOf(BY_NAME.values());
    }

    /** The metric of that name, if there is one. */
    public static Optional<MetricSpec> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /**
     * The metric of that name.
     *
     * @throws InvalidEventException when no metric has that name
     */
    public static MetricSpec named(String name) {
        return find(name).orElseThrow(() -> new InvalidEventException("series.metric", "is not a known metric"));
    }

    private record Declarations(List<MetricSpec> metrics) {}

    private static Map<String, MetricSpec> load() {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .build();
        try (InputStream resource = MetricCatalogue.class.getResourceAsStream(RESOURCE)) {
            Map<String, MetricSpec> byName = new LinkedHashMap<>();
            for (MetricSpec metric :
                    yaml.readValue(resource, Declarations.class).metrics()) {
                byName.put(metric.name(), metric);
            }
            return byName;
        } catch (IOException e) {
            throw new UncheckedIOException("metrics.yaml cannot be read", e);
        }
    }
}
