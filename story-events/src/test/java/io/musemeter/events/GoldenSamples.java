package io.musemeter.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The committed samples of every version of the contract. */
final class GoldenSamples {
    static final Map<String, Class<?>> TYPES =
            Map.of("story", Story.class, "score", Score.class, "exemplar", Exemplar.class, "rejected", Rejected.class);

    private GoldenSamples() {}

    /** A sample that is read for ever. */
    record Valid(String name, byte[] json) {
        String typeName() {
            return name.split("[-.]")[0];
        }

        Class<?> type() {
            return TYPES.get(typeName());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A sample that is refused for ever. */
    record Invalid(String name, String typeName, String field, boolean refusedBySchema, byte[] json) {
        Class<?> type() {
            return TYPES.get(typeName);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Path folder() {
        try {
            return Path.of(GoldenSamples.class.getResource("/golden").toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Valid> valid() {
        return files("valid").map(file -> new Valid(file.getFileName().toString(), bytes(file)));
    }

    static Stream<Invalid> invalid() {
        return files("invalid").map(file -> {
            try {
                JsonNode sample = EventJson.mapper().readTree(bytes(file));
                return new Invalid(
                        file.getFileName().toString(),
                        sample.get("type").asText(),
                        sample.get("field").asText(),
                        sample.get("refusedBySchema").asBoolean(),
                        EventJson.write(sample.get("event")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** All files of all versions. */
    static List<Path> all() {
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(String kind) {
        return all().stream().filter(file -> file.getParent().endsWith(kind));
    }
}
