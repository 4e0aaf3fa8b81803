package io.musemeter.events;

import org.jspecify.annotations.Nullable;

/**
 * Which model wrote.
 *
 * @param name the model asked for ({@code gen_ai.request.model})
 * @param responseName the model that says it answered ({@code gen_ai.response.model})
 * @param fingerprint the provider's fingerprint of its serving system
 */
public record ModelIdentity(
        String name,
        @Nullable String responseName,
        @Nullable String fingerprint) {
    /** @throws InvalidEventException when the name is missing or any part is no plain name */
    public ModelIdentity {
        Require.name(name, "model.name");
        Require.optionalName(responseName, "model.responseName");
        Require.optionalName(fingerprint, "model.fingerprint");
    }

    /** A model known by its name alone. */
    public static ModelIdentity named(String name) {
        return new ModelIdentity(name, null, null);
    }
}
