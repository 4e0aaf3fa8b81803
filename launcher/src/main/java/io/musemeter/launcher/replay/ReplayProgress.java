package io.musemeter.launcher.replay;

import io.musemeter.events.Hashes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** How far a file was sent, kept in the data folder, so that an interrupted replay goes on where it stopped. */
final class ReplayProgress {
    private final Path file;
    private final String identity;
    private long nextLine;

    private ReplayProgress(Path file, String identity, long nextLine) {
        this.file = file;
        this.identity = identity;
        this.nextLine = nextLine;
    }

    /** The progress of that replay of that file with that exemplar; at line 1 when any of them is another than before. */
    static ReplayProgress load(Path data, String name, Path replayed, @Nullable String exemplarHash)
            throws IOException {
        Path folder = Files.createDirectories(data.resolve("replays"));
        Path file = folder.resolve(Hashes.ofText(name) + ".properties");
        String identity = Hashes.ofParts(Arrays.asList(
                name,
                replayed.toRealPath(),
                Files.size(replayed),
                Files.getLastModifiedTime(replayed).toMillis(),
                exemplarHash));
        Properties saved = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                saved.load(reader);
            }
        }
        boolean same = identity.equals(saved.getProperty("identity"));
        return new ReplayProgress(file, identity, same ? Long.parseLong(saved.getProperty("nextLine", "1")) : 1);
    }

    /** The first line that was not sent yet. */
    long nextLine() {
        return nextLine;
    }

    /** Every line before this one was sent and answered. */
    void sentBefore(long line) throws IOException {
        nextLine = line;
        Properties saved = new Properties();
        saved.setProperty("identity", identity);
        saved.setProperty("nextLine", Long.toString(line));
        Path half = file.resolveSibling(file.getFileName() + ".new");
        try (var writer = Files.newBufferedWriter(half)) {
            saved.store(writer, null);
        }
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
