package io.musemeter.generator.writer;

import io.musemeter.events.Sampler;
import io.musemeter.events.Temperature;
import org.jspecify.annotations.Nullable;

/**
 * The part of a sampler chain that a design holds constant.
 *
 * @param topP nucleus mass
 * @param topK number of likeliest tokens kept
 * @param minP least probability relative to the likeliest token
 * @param maxTokens upper bound of the answer's tokens
 */
public record SamplerSettings(
        @Nullable Double topP,
        @Nullable Integer topK,
        @Nullable Double minP,
        @Nullable Integer maxTokens) {

    /** The whole chain at one temperature and seed. */
    public Sampler at(Temperature temperature, long seed) {
        return new Sampler(temperature, topP, topK, minP, seed, null, null, null, maxTokens);
    }
}
