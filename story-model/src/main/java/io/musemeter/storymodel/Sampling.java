package io.musemeter.storymodel;

/**
 * How the next token is drawn. Truncation works on the raw distribution, that is at temperature 1, in the order top-k, top-p, min-p; temperature
 * is applied to what is left. So a truncation keeps the same tokens at every temperature.
 *
 * @param temperature 0 takes the likeliest token (of equals the first); else the distribution is proportional to p^(1/temperature); finite, at least 0
 * @param topK keeps the k likeliest tokens; 0 keeps all
 * @param topP keeps the fewest likeliest tokens whose probabilities, among those kept by top-k, sum to at least topP; in (0, 1], 1 keeps all
 *     (nucleus sampling, Holtzman et al. 2020)
 * @param minP keeps tokens at least minP times as likely as the likeliest; in [0, 1], 0 keeps all (Nguyen et al. 2024)
 * @param seed the same seed, settings and weights give the same story on every machine
 */
public record Sampling(double temperature, int topK, double topP, double minP, long seed) {

    public Sampling {
        require(
                temperature >= 0 && temperature < Double.POSITIVE_INFINITY,
                "temperature must be finite and at least 0",
                temperature);
        require(topK >= 0, "topK must be at least 0", topK);
        require(topP > 0 && topP <= 1, "topP must be in (0, 1]", topP);
        require(minP >= 0 && minP <= 1, "minP must be in [0, 1]", minP);
    }

    /** Sampling without truncation. */
    public static Sampling at(double temperature, long seed) {
        return new Sampling(temperature, 0, 1, 0, seed);
    }

    /** Always the likeliest token. */
    public static Sampling greedy() {
        return at(0, 0);
    }

    private static void require(boolean holds, String rule, Number value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ", not " + value);
        }
    }
}
