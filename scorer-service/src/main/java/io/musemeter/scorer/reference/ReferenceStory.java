package io.musemeter.scorer.reference;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.musemeter.events.Hashes;
import io.musemeter.events.Temperature;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One story of a reference set.
 *
 * @param storyId the story's identity; a story that is in the set itself is compared with the others only
 * @param temperature the temperature it was written at
 * @param text the story
 */
public record ReferenceStory(@JsonAlias("id") String storyId, Temperature temperature, String text) {

    /** @throws InvalidReferenceSetException naming the first component that is missing or blank */
    public ReferenceStory {
        present(storyId, "storyId");
        if (temperature == null) {
            throw new InvalidReferenceSetException("temperature: is required");
        }
        present(text, "text");
    }

    /** Hash of all three components. */
    String contentHash() {
        return Hashes.ofParts(List.of(storyId, temperature, text));
    }

    private static void present(@Nullable String value, String component) {
        if (value == null || value.isBlank()) {
            throw new InvalidReferenceSetException(component + ": must not be blank");
        }
    }
}
