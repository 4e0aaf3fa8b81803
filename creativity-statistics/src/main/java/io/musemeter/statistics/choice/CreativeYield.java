package io.musemeter.statistics.choice;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.effect.Intervals;

/**
 * How many stories at a temperature are creative, that is novel and coherent at once, and how many come out of 1,000 tokens.
 *
 * @param share share of creative stories
 * @param low lower end of its interval (Wilson 1927)
 * @param high upper end
 * @param per1000Tokens creative stories per 1,000 tokens
 * @param per1000Low lower end of its interval (delta method for a ratio)
 * @param per1000High upper end
 * @param n stories
 */
public record CreativeYield(
        double share, double low, double high, double per1000Tokens, double per1000Low, double per1000High, long n) {

    /**
     * Counts at one temperature.
     *
     * @param stories stories written
     * @param creative those that are novel and coherent
     * @param tokens tokens of all stories
     * @param tokensSquared sum of squared token counts
     * @param tokensOfCreative tokens of the creative ones
     */
    public record Counts(long stories, long creative, double tokens, double tokensSquared, double tokensOfCreative) {}

    /** The yield from counts. */
    public static Answer<CreativeYield> of(Counts counts, double level) {
        double n = counts.stories();
        if (n < 1 || !(counts.tokens() > 0)) {
            return Answer.unknown(Answer.Reason.NO_DATA, "no story was written at this temperature");
        }
        double z = Intervals.normalQuantile((1 + level) / 2);
        double share = counts.creative() / n;
        double centre = (share + z * z / (2 * n)) / (1 + z * z / n);
        double reach = z / (1 + z * z / n) * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));

        double ratio = counts.creative() / counts.tokens();
        // Sum of squared residuals of "creative" about ratio times tokens.
        double residuals =
                counts.creative() - 2 * ratio * counts.tokensOfCreative() + ratio * ratio * counts.tokensSquared();
        double error = n < 2 ? ratio : Math.sqrt(Math.max(0, residuals) * n / (n - 1)) / counts.tokens();
        // With no creative story the ratio has no spread of its own: the share's interval, per mean length, still
        // bounds it.
        double meanTokens = counts.tokens() / n;
        double upper = counts.creative() == 0 ? (centre + reach) / meanTokens : ratio + z * error;
        return Answer.known(new CreativeYield(
                share,
                counts.creative() == 0 ? 0 : centre - reach,
                counts.creative() == counts.stories() ? 1 : centre + reach,
                1000 * ratio,
                1000 * Math.max(0, ratio - z * error),
                1000 * upper,
                counts.stories()));
    }
}
