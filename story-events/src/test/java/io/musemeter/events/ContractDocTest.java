package io.musemeter.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.events.topics.TopicCatalogue;
import io.musemeter.events.topics.TopicSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractDocTest {
    @Test
    void theDocumentedTopicsAreTheDeclaredOnes() throws Exception {
        List<String> documented =
                Files.readAllLines(Path.of(System.getProperty("musemeter.root"), "docs", "contract.md")).stream()
                        .dropWhile(line -> !line.startsWith("| topic |"))
                        .skip(2)
                        .takeWhile(line -> line.startsWith("|"))
                        .toList();

        assertThat(documented)
                .isEqualTo(
                        TopicCatalogue.all().stream().map(ContractDocTest::row).toList());
    }

    @Test
    void everyDocumentedSchemaIsThere() throws Exception {
        List<String> documented =
                Files.readAllLines(Path.of(System.getProperty("musemeter.root"), "docs", "contract.md")).stream()
                        .filter(line -> line.contains(".schema.json`"))
                        .map(line -> line.split("`")[1])
                        .toList();

        assertThat(documented)
                .hasSameSizeAs(GoldenSamples.TYPES.keySet())
                .allSatisfy(schema ->
                        assertThat(Story.class.getResource("schema/" + schema)).isNotNull());
    }

    private static String row(TopicSpec topic) {
        return "| `%s` | %s | %s | %d | %d | %s | %s |"
                .formatted(
                        topic.name(),
                        topic.key(),
                        topic.value(),
                        topic.partitions().local(),
                        topic.partitions().deploy(),
                        String.join(",", topic.cleanup()),
                        topic.retention() == null ? "–" : topic.retention().toDays() + " d");
    }
}
