package io.musemeter.events;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole sampler chain as it was asked for; an absent setting was left to the provider.
 *
 * @param temperature sampling temperature, required
 * @param topP nucleus mass in [0, 1]
 * @param topK number of likeliest tokens kept, 0 for all
 * @param minP least probability relative to the likeliest token, in [0, 1]
 * @param seed seed of the random numbers
 * @param frequencyPenalty in [-2, 2]
 * @param presencePenalty in [-2, 2]
 * @param repeatPenalty multiplicative, in (0, 10]
 * @param maxTokens upper bound of the answer's tokens
 * @param refused names of the settings above that were asked for and that the provider refused, so that they are absent;
 *     null where none is known of
 */
public record Sampler(
        Temperature temperature,
        @Nullable Double topP,
        @Nullable Integer topK,
        @Nullable Double minP,
        @Nullable Long seed,
        @Nullable Double frequencyPenalty,
        @Nullable Double presencePenalty,
        @Nullable Double repeatPenalty,
        @Nullable Integer maxTokens,
        @Nullable List<String> refused) {
    private static final int MOST_REFUSED = 16;

    private static final int HASHED_DECIMALS = 6;

    /** @throws InvalidEventException when the temperature is missing or a setting is out of range */
    public Sampler {
        Require.present(temperature, "sampler.temperature");
        Require.within(topP, 0, 1, "sampler.topP");
        Require.atLeast(topK, 0, "sampler.topK");
        Require.within(minP, 0, 1, "sampler.minP");
        Require.within(frequencyPenalty, -2, 2, "sampler.frequencyPenalty");
        Require.within(presencePenalty, -2, 2, "sampler.presencePenalty");
        Require.within(repeatPenalty, Double.MIN_VALUE, 10, "sampler.repeatPenalty");
        Require.atLeast(maxTokens, 1, "sampler.maxTokens");
        if (refused != null) {
            if (refused.size() > MOST_REFUSED) {
                throw new InvalidEventException("sampler.refused", "has more than " + MOST_REFUSED + " names");
            }
            refused.forEach(name -> Require.name(name, "sampler.refused"));
            refused = List.copyOf(refused);
        }
    }

    /** A chain of which no setting is known to be refused. */
    public Sampler(
            Temperature temperature,
            @Nullable Double topP,
            @Nullable Integer topK,
            @Nullable Double minP,
            @Nullable Long seed,
            @Nullable Double frequencyPenalty,
            @Nullable Double presencePenalty,
            @Nullable Double repeatPenalty,
            @Nullable Integer maxTokens) {
        this(temperature, topP, topK, minP, seed, frequencyPenalty, presencePenalty, repeatPenalty, maxTokens, null);
    }

    /** Only a temperature; everything else is the provider's default. */
    public static Sampler at(Temperature temperature) {
        return new Sampler(temperature, null, null, null, null, null, null, null, null);
    }

    /** The same chain with another temperature and seed. */
    public Sampler with(Temperature otherTemperature, @Nullable Long otherSeed) {
        return new Sampler(
                otherTemperature,
                topP,
                topK,
                minP,
                otherSeed,
                frequencyPenalty,
                presencePenalty,
                repeatPenalty,
                maxTokens,
                refused);
    }

    /** The same chain, of which the provider refused these settings. */
    public Sampler refusing(List<String> names) {
        return new Sampler(
                temperature,
                topP,
                topK,
                minP,
                seed,
                frequencyPenalty,
                presencePenalty,
                repeatPenalty,
                maxTokens,
                names);
    }

    /**
     * Hash of every setting but temperature and seed: stories that share it differ by temperature alone. A refused setting is
     * as one that was never asked for.
     */
    public String hash() {
        return Hashes.ofParts(Arrays.asList(
                        rounded(topP),
                        topK,
                        rounded(minP),
                        rounded(frequencyPenalty),
                        rounded(presencePenalty),
                        rounded(repeatPenalty),
                        maxTokens))
                .substring(0, 16);
    }

    /** To six decimals, as temperatures are: a setting that went through a 32-bit float is the same setting. */
    private static @Nullable Double rounded(@Nullable Double setting) {
        return setting == null
                ? null
                : BigDecimal.valueOf(setting)
                        .setScale(HASHED_DECIMALS, RoundingMode.HALF_EVEN)
                        .doubleValue();
    }
}
