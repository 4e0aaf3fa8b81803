package io.musemeter.launcher.process;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One system a data folder: a lock that the operating system lets go when the holder dies, however it dies. */
public final class DataLock implements Closeable {
    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock; empty when another system has it. */
    public static Optional<DataLock> take(Path data) throws IOException {
        Files.createDirectories(data);
        FileChannel channel =
                FileChannel.open(data.resolve("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            // This process has it: the same answer as from any other.
        }
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new DataLock(channel));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
