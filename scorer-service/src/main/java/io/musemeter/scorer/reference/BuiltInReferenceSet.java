package io.musemeter.scorer.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The reference set that is used where none is configured: 24 stories of the embedded story model, eight each at the
 * temperatures 0.334, 0.667 and 1, written once and frozen.
 */
public final class BuiltInReferenceSet {
    private static final String RESOURCE = "reference-stories.jsonl";

    private BuiltInReferenceSet() {}

    /** Reads it from the class path. */
    public static ReferenceSet load() {
        try (InputStream in = BuiltInReferenceSet.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("resource " + RESOURCE + " is missing");
            }
            return ReferenceSetFile.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("the built-in reference set cannot be read", e);
        }
    }
}
