package io.musemeter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musemeter.events.topics.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorruptFolderTest {
    @TempDir
    static Path sound;

    @TempDir
    Path data;

    @BeforeAll
    static void makeASoundFolder() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(KafkaOptions.in(sound))) {
            Traffic.write(kafka.bootstrapServers(), Topic.EXEMPLARS.topicName(), List.of("an exemplar"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "logs/meta.properties",
                "logs/__cluster_metadata-0/quorum-state",
                "logs/__cluster_metadata-0/00000000000000000000.log"
            })
    void garbageInAFileThatKafkaNeedsNamesTheFolderAndWhatToDo(String file) throws Exception {
        copySoundFolder();
        byte[] garbage = new byte[(int) Files.size(data.resolve(file))];
        Arrays.fill(garbage, (byte) 0x5a);
        Files.write(data.resolve(file), garbage);

        assertRefused();
    }

    @Test
    void damagedMetadataIsRefusedAtEveryFurtherStartAsWell() throws Exception {
        copySoundFolder();
        Path metadata = data.resolve("logs/__cluster_metadata-0/00000000000000000000.log");
        Files.write(metadata, new byte[(int) Files.size(metadata)]);

        assertRefused();
        assertRefused();
    }

    @Test
    void aMissingFormatMarkNamesTheFolderAndWhatToDo() throws Exception {
        copySoundFolder();
        Files.delete(data.resolve("logs/meta.properties"));

        assertRefused();
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws Exception {
        Path file = Files.writeString(data.resolve("file"), "not a folder");

        assertThatThrownBy(() -> EmbeddedKafka.start(KafkaOptions.in(file)))
                .isInstanceOf(EmbeddedKafkaException.class)
                .hasMessageContaining(file.toString());
    }

    private void assertRefused() {
        assertThatThrownBy(() -> EmbeddedKafka.start(KafkaOptions.in(data)).close())
                .isInstanceOfSatisfying(
                        EmbeddedKafkaException.class,
                        e -> assertThat(e.reason()).isEqualTo(FailureReason.FOLDER_CORRUPT))
                .hasMessageContaining("data folder " + data + " cannot be read")
                .hasMessageContaining("move it away");
    }

    private void copySoundFolder() throws IOException {
        try (Stream<Path> files = Files.walk(sound)) {
            for (Path file : files.filter(path -> !path.equals(sound)).toList()) {
                Files.copy(file, data.resolve(sound.relativize(file).toString()));
            }
        }
    }
}
