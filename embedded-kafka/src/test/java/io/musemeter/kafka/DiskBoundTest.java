package io.musemeter.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.musemeter.events.topics.Topic;
import io.musemeter.kafka.topics.DiskBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskBoundTest {
    private static final long BOUND = DiskBudget.LEAST_BYTES;

    @TempDir
    Path data;

    @Test
    void theFolderFallsUnderItsBoundAfterMoreWasWritten() {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(KafkaOptions.in(data).withinBytes(BOUND))) {
            Traffic.writeBytes(kafka.bootstrapServers(), Topic.SCORES.topicName(), BOUND, Integer.MAX_VALUE);
            Traffic.writeBytes(kafka.bootstrapServers(), Topic.STORIES.topicName(), BOUND, Integer.MAX_VALUE);
            Traffic.writeBytes(kafka.bootstrapServers(), Topic.CORRELATIONS.topicName(), BOUND / 2, 20);

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(bytesIn(data)).isLessThan(BOUND));
            // What is kept is a good part of the bound, not next to nothing.
            assertThat(Traffic.readAll(kafka.bootstrapServers(), Topic.SCORES.topicName()))
                    .hasSizeGreaterThan((int) (BOUND / 20_000 / 8));
        }
    }

    private static long bytesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(DiskBoundTest::bytesOf).sum();
        } catch (IOException | UncheckedIOException e) {
            // The broker removed a folder while it was counted: no count, so the caller counts again.
            return Long.MAX_VALUE;
        }
    }

    private static long bytesOf(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
