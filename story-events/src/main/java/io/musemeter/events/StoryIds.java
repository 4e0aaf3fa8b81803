package io.musemeter.events;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Story identities that a repeated request finds again. */
public final class StoryIds {
    private StoryIds() {}

    /** Identity of the story at one place of a design: hash of source, model, prompt, temperature, index and seed. */
    public static String designed(
            Source source,
            ModelIdentity model,
            PromptIdentity prompt,
            Temperature temperature,
            long index,
            @Nullable Long seed) {
        return Hashes.ofParts(
                Arrays.asList(source.text(), model.name(), prompt.id(), prompt.version(), temperature, index, seed));
    }

    /** Identity of a story known elsewhere under an id of its own: hash of source and that id. */
    public static String foreign(Source source, String foreignId) {
        return Hashes.ofParts(Arrays.asList(source.text(), foreignId));
    }
}
