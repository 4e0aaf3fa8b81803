package io.musemeter.scorer.likelihood;

/** Perplexity: the effective number of tokens a model hesitates between (Jelinek, Mercer, Bahl and Baker 1977). */
public final class Perplexity {
    private Perplexity() {}

    /**
     * exp of the mean negative log-probability: 1 for a text foreseen with certainty, infinite when a token was held
     * impossible.
     *
     * @param logProbabilities natural logarithms, one a token; a hair above 0 counts as 0, for providers round
     * @throws IllegalArgumentException when there is none, or one is NaN
     */
    public static double of(double[] logProbabilities) {
        if (logProbabilities.length == 0) {
            throw new IllegalArgumentException("logProbabilities: is empty");
        }
        double sum = 0;
        for (double logProbability : logProbabilities) {
            if (Double.isNaN(logProbability)) {
                throw new IllegalArgumentException("logProbabilities: contains NaN");
            }
            sum += Math.min(0, logProbability);
        }
        return StrictMath.exp(-sum / logProbabilities.length);
    }
}
