package io.musemeter.events;

/**
 * Which prompt was answered, never its text.
 *
 * @param id a name or hash
 * @param version its version, {@code 1} where nobody counts
 */
public record PromptIdentity(String id, String version) {
    /** @throws InvalidEventException when a part is missing or no plain name */
    public PromptIdentity {
        Require.name(id, "prompt.id");
        Require.name(version, "prompt.version");
    }
}
