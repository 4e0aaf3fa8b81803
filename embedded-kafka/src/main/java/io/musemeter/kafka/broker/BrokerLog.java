package io.musemeter.kafka.broker;

import io.musemeter.kafka.EmbeddedKafkaException;
import io.musemeter.kafka.FailureReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The broker's own log: warnings and errors, at most 4 MB, in its data folder. */
public final class BrokerLog {
    private static final int BYTES_A_FILE = 2 << 20;
    private static final int FILES = 2;

    private BrokerLog() {}

    /** Sends every log of this JVM to {@code broker.0.log} in that folder. */
    public static void writeTo(Path folder) {
        System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
        LogManager.getLogManager().reset();
        try {
            FileHandler file = new FileHandler(folder.resolve("broker.%g.log").toString(), BYTES_A_FILE, FILES, true);
            file.setFormatter(new SimpleFormatter());
            Logger root = Logger.getLogger("");
            root.setLevel(Level.WARNING);
            root.addHandler(file);
        } catch (IOException e) {
            throw new EmbeddedKafkaException(
                    FailureReason.FOLDER_CORRUPT, "data folder " + folder + " cannot be written: " + e, e);
        }
    }
}
