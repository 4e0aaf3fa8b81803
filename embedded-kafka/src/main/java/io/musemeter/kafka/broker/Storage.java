package io.musemeter.kafka.broker;

import io.musemeter.kafka.EmbeddedKafkaException;
import io.musemeter.kafka.FailureReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** Gives a data folder Kafka's format, once. */
final class Storage {
    private static final String META = "meta.properties";

    private Storage() {}

    /**
     * Formats the folder on first use. It is done beside and moved into place, so that a process killed meanwhile leaves
     * no half of it.
     *
     * @throws EmbeddedKafkaException when the folder holds something else or cannot be written
     */
    static void formatOnFirstUse(DataFolder folder, BrokerSettings settings) {
        Path logs = folder.logs();
        try {
            if (!Files.exists(logs)) {
                Path unfinished = folder.path().resolve("logs.unfinished");
                delete(unfinished);
                format(folder, settings.properties(unfinished));
                Files.move(unfinished, logs, StandardCopyOption.ATOMIC_MOVE);
            } else if (!Files.isRegularFile(logs.resolve(META))) {
                throw new EmbeddedKafkaException(
                        FailureReason.FOLDER_CORRUPT, folder.corruptMessage("logs/" + META + " is missing"));
            }
            write(folder.properties(), settings.properties(logs));
        } catch (IOException e) {
            throw new EmbeddedKafkaException(
                    FailureReason.FOLDER_CORRUPT, "data folder " + folder.path() + " cannot be written: " + e, e);
        }
    }

    private static void format(DataFolder folder, Properties properties) throws IOException {
        write(folder.properties(), properties);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String[] command = {
            "format",
            "--cluster-id",
            Uuid.randomUuid().toString(),
            "--config",
            folder.properties().toString()
        };
        int code = StorageTool.execute(command, new PrintStream(said, true, StandardCharsets.UTF_8));
        if (code != 0) {
            throw new IOException("formatting ended with " + code + ": " + said.toString(StandardCharsets.UTF_8));
        }
    }

    private static void write(Path file, Properties properties) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, "Written at every start; changes here are lost.");
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
