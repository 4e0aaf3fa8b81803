package io.musemeter.statistics.spread;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * The Vendi score (Friedman and Dieng 2023): the exponential of the entropy of the eigenvalues of the similarity matrix
 * divided by n. 1 when all members point the same way, n when all are at right angles.
 */
final class VendiScore {
    private VendiScore() {}

    static double of(SimilarityMatrix similarity) {
        double[] eigenvalues = new EigenDecompositionSymmetric(
                        new Array2DRowRealMatrix(similarity.dividedBySize(), false))
                .getEigenvalues();
        double entropy = 0;
        for (double eigenvalue : eigenvalues) {
            // The matrix is positive semidefinite: what falls below zero is rounding.
            entropy -= eigenvalue > 0 ? eigenvalue * Math.log(eigenvalue) : 0;
        }
        return Math.exp(entropy);
    }
}
