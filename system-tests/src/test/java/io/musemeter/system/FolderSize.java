package io.musemeter.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Looks at a folder every second and remembers the largest size it had. */
final class FolderSize implements AutoCloseable {
    private final Path folder;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private volatile long largest;
    private volatile int looks;

    private FolderSize(Path folder) {
        this.folder = folder;
    }

    static FolderSize watch(Path folder) {
        FolderSize size = new FolderSize(folder);
        size.clock.scheduleWithFixedDelay(size::look, 0, 1, TimeUnit.SECONDS);
        return size;
    }

    /** Bytes. */
    long largest() {
        return largest;
    }

    int looks() {
        return looks;
    }

    private void look() {
        try (Stream<Path> files = Files.walk(folder)) {
            largest = Math.max(
                    largest,
                    files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum());
            looks = looks + 1;
        } catch (IOException | UncheckedIOException e) {
            // Files come and go while they are counted; the next look is a second away.
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
