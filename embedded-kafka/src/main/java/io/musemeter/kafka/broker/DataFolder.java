package io.musemeter.kafka.broker;

import io.musemeter.kafka.EmbeddedKafkaException;
import io.musemeter.kafka.FailureReason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A data folder that this process alone uses. The lock is the operating system's: it goes with the process, however that
 * ends.
 */
public final class DataFolder {
    private final Path path;

    @SuppressWarnings("UnusedVariable") // Holding the lock is its only use.
    private final FileLock lock;

    private DataFolder(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * Makes the folder where it is missing and takes its lock.
     *
     * @throws EmbeddedKafkaException when another process has it, or it cannot be written
     */
    public static DataFolder lock(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            Path lockFile = absolute.resolve("broker.lock");
            FileChannel channel = FileChannel.open(
                    lockFile, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                String holder = Files.readString(lockFile).strip();
                channel.close();
                throw new EmbeddedKafkaException(
                        FailureReason.FOLDER_IN_USE,
                        "data folder " + absolute + " is already in use by process " + holder
                                + "; stop that broker or choose another folder");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return new DataFolder(absolute, lock);
        } catch (IOException e) {
            throw new EmbeddedKafkaException(
                    FailureReason.FOLDER_CORRUPT, "data folder " + absolute + " cannot be used: " + e, e);
        }
    }

    /** The folder. */
    public Path path() {
        return path;
    }

    /** Where Kafka keeps its logs; there once the folder is formatted. */
    public Path logs() {
        return path.resolve("logs");
    }

    /** Where Kafka's settings are written, for people to see. */
    public Path properties() {
        return path.resolve("server.properties");
    }

    /** What a person is told when the folder cannot be read. */
    public String corruptMessage(String problem) {
        return "data folder " + path + " cannot be read: " + problem
                + ". broker.0.log there says more. If files are damaged, restore the folder from a copy, or move it away"
                + " and start again with an empty one"
                + " (stories and scores in it are then lost to the system)";
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
