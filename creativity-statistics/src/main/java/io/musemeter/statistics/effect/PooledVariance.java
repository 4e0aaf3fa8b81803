package io.musemeter.statistics.effect;

import io.musemeter.statistics.Answer;
import java.util.List;

/**
 * The variance within temperatures, pooled over the cells whose variance stands on its own feet: what a cell of fewer than five
 * distinct texts, or without a spread, borrows. Without any such cell, small ones that hold no copies still speak together.
 *
 * @param variance the pooled variance
 * @param freedom its degrees of freedom
 */
public record PooledVariance(double variance, double freedom) {

    private static final double LEAST_FREEDOM = 4;

    /**
     * A cell's variance and what it rests on.
     *
     * @param variance unbiased variance
     * @param n number of scores
     * @param effective number of independent stories
     * @param usable whether it has five distinct texts and a spread
     */
    public record Part(double variance, double n, double effective, boolean usable) {}

    /** Pools; no answer where a cell has to borrow and the others together have less than four degrees of freedom. */
    public static Answer<PooledVariance> of(List<Part> parts) {
        boolean anyUsable = parts.stream().anyMatch(Part::usable);
        double squares = 0;
        double freedom = 0;
        for (Part part : parts) {
            if (part.usable() || (!anyUsable && part.n() >= 2 && part.effective() == part.n())) {
                squares += part.variance() * (part.effective() - 1);
                freedom += part.effective() - 1;
            }
        }
        if (anyUsable || freedom >= LEAST_FREEDOM) {
            return Answer.known(new PooledVariance(squares / freedom, freedom));
        }
        // More stories would help where there are few, not where there are enough that say the same.
        return parts.stream().allMatch(part -> part.n() >= CellMoments.ENOUGH_TEXTS)
                ? Answer.unknown(Answer.Reason.NO_VARIANCE, "stories repeat fewer than five texts at every temperature")
                : Answer.unknown(
                        Answer.Reason.TOO_FEW,
                        "no temperature has five distinct texts with a spread, and together they have too few");
    }
}
