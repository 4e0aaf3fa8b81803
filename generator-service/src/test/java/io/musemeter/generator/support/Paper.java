package io.musemeter.generator.support;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rated stories of a large model, reference data that lies beside the repository where it is there at all. */
public final class Paper {
    private Paper() {}

    /** Its lines; the calling test is skipped where there are none. */
    public static List<String> lines() {
        Path file = Path.of(System.getProperty("musemeter.root", "."), "..", "shared", "paper", "stories.jsonl");
        assumeTrue(Files.exists(file), "the reference data is not beside the repository");
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
