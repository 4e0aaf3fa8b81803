package io.musemeter.statistics.effect;

import io.musemeter.statistics.Answer;
import java.util.List;

/**
 * Variance of a weighted sum of cell means, from the spread within cells, with the degrees of freedom of Welch (1947) and
 * Satterthwaite (1946): {@code V = sum w² s²/n}, {@code df = V² / sum((w² s²/n)² / (n-1))}. Temperatures are the design and do not
 * contribute. A degenerate cell has a mean but no variance of its own: it borrows the variance pooled over the others.
 *
 * @param variance the variance
 * @param degreesOfFreedom degrees of freedom for a t distribution
 * @param borrowed whether some cell borrowed a pooled variance
 */
record StratifiedVariance(double variance, double degreesOfFreedom, boolean borrowed) {

    /**
     * A cell's part of the sum.
     *
     * @param weight weight of its mean
     * @param variance unbiased variance within it
     * @param n number of scores
     * @param effective number of independent stories
     * @param usable whether its variance stands on its own feet
     */
    record Part(double weight, double variance, long n, long effective, boolean usable) {
        static Part of(CellMoments cell, double weight, double variance) {
            return new Part(weight, variance, cell.n(), cell.effectiveCount(), !cell.degenerate());
        }
    }

    double standardError() {
        return Math.sqrt(variance);
    }

    static Answer<StratifiedVariance> of(List<Part> parts) {
        List<PooledVariance.Part> lenders = parts.stream()
                .map(part -> new PooledVariance.Part(part.variance(), part.n(), part.effective(), part.usable()))
                .toList();
        return PooledVariance.of(lenders).then(pooled -> of(parts, pooled));
    }

    private static Answer<StratifiedVariance> of(List<Part> parts, PooledVariance pooled) {
        double variance = 0;
        double denominator = 0;
        double borrowedVariance = 0;
        for (Part part : parts) {
            if (part.usable()) {
                double share = part.weight() * part.weight() * part.variance() / part.effective();
                variance += share;
                denominator += share * share / (part.effective() - 1);
            } else {
                borrowedVariance += part.weight() * part.weight() * pooled.variance() / part.effective();
            }
        }
        variance += borrowedVariance;
        denominator += borrowedVariance * borrowedVariance / pooled.freedom();
        if (!(variance > 0) || !(denominator > 0)) {
            return Answer.unknown(Answer.Reason.NO_VARIANCE, "values do not vary within temperatures");
        }
        return Answer.known(new StratifiedVariance(variance, variance * variance / denominator, borrowedVariance > 0));
    }
}
