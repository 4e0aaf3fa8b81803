package io.musemeter.kafka.testing;

import io.musemeter.kafka.EmbeddedKafka;
import io.musemeter.kafka.KafkaOptions;
import io.musemeter.kafka.topics.DiskBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A broker in a child process and a temporary folder. */
final class ChildProcessKafka implements TestKafka {
    private final EmbeddedKafka kafka;
    private final Path data;

    private ChildProcessKafka(EmbeddedKafka kafka, Path data) {
        this.kafka = kafka;
        this.data = data;
    }

    static TestKafka start() {
        try {
            Path data = Files.createTempDirectory("musemeter-kafka-");
            return new ChildProcessKafka(
                    EmbeddedKafka.start(KafkaOptions.in(data).withinBytes(2 * DiskBudget.LEAST_BYTES)), data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    @Override
    public void close() {
        // Nobody reads the data again: no need of a clean end.
        kafka.kill();
        try {
            delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
