package io.musemeter.generator.sweep;

import io.musemeter.events.EventJson;
import io.musemeter.events.InvalidEventException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jboss.logging.Logger;

/** A sweep's progress on disk. */
final class SweepProgressFile {
    private static final Logger LOG = Logger.getLogger(SweepProgressFile.class);

    private final Path file;

    SweepProgressFile(Path folder, SweepDesign design) {
        this.file = folder.resolve("sweep-" + design.id() + ".json");
    }

    /** The progress kept, if it can be read; beginning anew repeats stories under the same ids. */
    Optional<SweepProgress> load() {
        try {
            return Optional.of(EventJson.read(Files.readAllBytes(file), SweepProgress.class));
        } catch (InvalidEventException e) {
            LOG.warnf("The sweep's progress cannot be read (%s); the sweep begins anew", e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps the progress: readers see the old or the new, never half of it. */
    void save(SweepProgress progress) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.write(next, EventJson.write(progress));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the sweep's progress cannot be kept", e);
        }
    }
}
