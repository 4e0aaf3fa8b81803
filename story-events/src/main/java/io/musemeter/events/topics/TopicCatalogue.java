package io.musemeter.events.topics;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The declarations of {@code topics.yaml}. */
public final class TopicCatalogue {
    private static final String RESOURCE = "/io/musemeter/events/topics.yaml";
    private static final Map<String, TopicSpec> BY_ID = load();

    private TopicCatalogue() {}

    /** All topics in the order of the file. */
    public static List<TopicSpec> all() {
        return List.copyOf(BY_ID.values());
    }

    static TopicSpec declared(String id) {
        return Objects.requireNonNull(BY_ID.get(id), () -> "topics.yaml declares no topic " + id);
    }

    private record Declaration(
            String id,
            String name,
            String key,
            String value,
            TopicSpec.Partitions partitions,
            List<String> cleanup,
            @Nullable String retention) {
        TopicSpec toSpec() {
            return new TopicSpec(id, name, key, value, partitions, cleanup, days(retention));
        }

        private static @Nullable Duration days(@Nullable String text) {
            return text == null ? null : Duration.parse("P" + text);
        }
    }

    private record Declarations(List<Declaration> topics) {}

    private static Map<String, TopicSpec> load() {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream resource = TopicCatalogue.class.getResourceAsStream(RESOURCE)) {
            Map<String, TopicSpec> byId = new LinkedHashMap<>();
            for (Declaration declaration :
                    yaml.readValue(resource, Declarations.class).topics()) {
                byId.put(declaration.id(), declaration.toSpec());
            }
            return byId;
        } catch (IOException e) {
            throw new UncheckedIOException("topics.yaml cannot be read", e);
        }
    }
}
