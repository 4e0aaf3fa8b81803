package io.musemeter.statistics.effect;

import io.musemeter.statistics.cell.LengthSums;
import io.musemeter.statistics.cell.ScoreTally;
import java.math.BigInteger;

/**
 * Lengths of the stories of one cell beside their scores: exact sums that become central moments without cancelling.
 *
 * @param known scores whose story's length is known
 * @param words sum of words
 * @param squared sum of squared numbers of words
 * @param product sum of words times score on the effect scale's grid
 */
record CellLengths(long known, BigInteger words, BigInteger squared, BigInteger product) {

    static CellLengths of(ScoreTally tally) {
        LengthSums sums = tally.lengths();
        return new CellLengths(sums.count(), sums.words(), sums.wordsSquared(), sums.wordsByEffect());
    }

    CellLengths plus(CellLengths other) {
        return new CellLengths(
                known + other.known, words.add(other.words), squared.add(other.squared), product.add(other.product));
    }

    /** Mean number of words. */
    double mean() {
        return words.doubleValue() / known;
    }

    /** Sum of squared deviations of words from their mean. */
    double spread() {
        return BigInteger.valueOf(known)
                        .multiply(squared)
                        .subtract(words.multiply(words))
                        .doubleValue()
                / known;
    }

    /** Sum of products of deviations of words and of the score, on the score's grid. */
    double covariation(BigInteger scores) {
        return BigInteger.valueOf(known)
                        .multiply(product)
                        .subtract(words.multiply(scores))
                        .doubleValue()
                / known;
    }
}
