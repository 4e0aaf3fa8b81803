package io.musemeter.statistics.spread;

import io.musemeter.statistics.Answer;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A figure of a set with its jackknife standard error: the members are the sample, one left out at a time (Tukey 1958; Efron
 * and Stein 1981).
 *
 * @param value the figure
 * @param standardError its standard error, at least 0
 * @param n number of members
 */
public record Spread(double value, double standardError, int n) {
    /** A pair must be left when one is left out. */
    private static final int FEWEST = 3;

    /**
     * Effective number of unlike members, in [1, n]: {@link VendiScore}. Costs n + 1 eigenvalue problems of size n.
     *
     * @param vectors the members; their directions count, their lengths do not
     * @return unknown for fewer than three members
     * @throws IllegalArgumentException when lengths differ, or a vector is all zeros or not finite
     */
    public static Answer<Spread> vendi(List<float[]> vectors) {
        return jackknife(SimilarityMatrix.ofDirections(vectors), VendiScore::of);
    }

    /**
     * Mean cosine of all pairs of members, in [-1 / (n - 1), 1]: homogeneity, the higher the more alike.
     *
     * @param vectors the members; their directions count, their lengths do not
     * @return unknown for fewer than three members
     * @throws IllegalArgumentException when lengths differ, or a vector is all zeros or not finite
     */
    public static Answer<Spread> meanPairwiseSimilarity(List<float[]> vectors) {
        return jackknife(SimilarityMatrix.ofDirections(vectors), SimilarityMatrix::meanOfPairs);
    }

    private static Answer<Spread> jackknife(SimilarityMatrix all, ToDoubleFunction<SimilarityMatrix> figure) {
        int n = all.size();
        if (n < FEWEST) {
            return Answer.unknown(Answer.Reason.TOO_FEW, n + " members, " + FEWEST + " are the fewest");
        }
        double[] leftOut = IntStream.range(0, n)
                .mapToDouble(member -> figure.applyAsDouble(all.without(member)))
                .toArray();
        double mean = IntStream.range(0, n).mapToDouble(i -> leftOut[i]).sum() / n;
        double squares = IntStream.range(0, n)
                .mapToDouble(i -> (leftOut[i] - mean) * (leftOut[i] - mean))
                .sum();
        return Answer.known(new Spread(figure.applyAsDouble(all), Math.sqrt(squares * (n - 1) / n), n));
    }
}
