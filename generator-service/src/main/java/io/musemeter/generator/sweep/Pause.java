package io.musemeter.generator.sweep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds a sweep up between two stories. A mark on disk keeps it held up over a restart. */
final class Pause {
    private final Path mark;
    private boolean on;

    Pause(Path folder, SweepDesign design) {
        this.mark = folder.resolve("sweep-" + design.id() + ".paused");
        this.on = Files.exists(mark);
    }

    synchronized boolean on() {
        return on;
    }

    /** Pauses, from the next story on, or resumes. */
    synchronized void set(boolean paused) {
        try {
            if (paused) {
                Files.createDirectories(mark.toAbsolutePath().getParent());
                Files.write(mark, new byte[0]);
            } else {
                Files.deleteIfExists(mark);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the pause cannot be kept", e);
        }
        on = paused;
        notifyAll();
    }

    /** Waits for as long as the pause lasts. */
    synchronized void awaitEnd() throws InterruptedException {
        while (on) {
            wait();
        }
    }
}
