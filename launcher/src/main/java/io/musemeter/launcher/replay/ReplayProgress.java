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
    private static final String NO_EXEMPLAR = "none";

    private final Path file;
    private final String identity;
    private final String cluster;
    private final String exemplar;
    private long nextLine;

    private ReplayProgress(Path file, String identity, String cluster, String exemplar, long nextLine) {
        this.file = file;
        this.identity = identity;
        this.cluster = cluster;
        this.exemplar = exemplar;
        this.nextLine = nextLine;
    }

    /**
     * The progress of that replay of that file into that cluster; at line 1 when any of them is another than before.
     *
     * @param cluster id of the Kafka cluster: a new one has none of what was sent to the one before
     * @throws IOException when stories of that name were compared with another exemplar: a story's score by an evaluator counts
     *     once, so the new comparison would change nothing
     */
    static ReplayProgress load(Path data, String cluster, String name, Path replayed, @Nullable String exemplarHash)
            throws IOException {
        Path folder = Files.createDirectories(data.resolve("replays"));
        Path file = folder.resolve(Hashes.ofText(name) + ".properties");
        String identity = Hashes.ofParts(Arrays.asList(
                name,
                replayed.toRealPath(),
                Files.size(replayed),
                Files.getLastModifiedTime(replayed).toMillis()));
        String exemplar = exemplarHash == null ? NO_EXEMPLAR : exemplarHash;
        Properties saved = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                saved.load(reader);
            }
        }
        if (!cluster.equals(saved.getProperty("cluster"))) {
            return new ReplayProgress(file, identity, cluster, exemplar, 1);
        }
        if (!exemplar.equals(saved.getProperty("exemplar", exemplar))) {
            throw new IOException("replay:" + name + " was sent with another exemplar, and a story is compared once; "
                    + "choose another name with --name");
        }
        boolean same = identity.equals(saved.getProperty("identity"));
        return new ReplayProgress(
                file, identity, cluster, exemplar, same ? Long.parseLong(saved.getProperty("nextLine", "1")) : 1);
    }

    /** The first line that was not sent yet. */
    long nextLine() {
        return nextLine;
    }

    /** Every line before this one was sent and answered. */
    void sentBefore(long line) throws IOException {
        nextLine = line;
        Properties saved = new Properties();
        saved.setProperty("cluster", cluster);
        saved.setProperty("exemplar", exemplar);
        saved.setProperty("identity", identity);
        saved.setProperty("nextLine", Long.toString(line));
        Path half = file.resolveSibling(file.getFileName() + ".new");
        try (var writer = Files.newBufferedWriter(half)) {
            saved.store(writer, null);
        }
        Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
