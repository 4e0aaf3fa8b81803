package io.musemeter.scorer.lexical;

import io.musemeter.events.ScoreOutcome;
import java.util.List;

/**
 * Distinct-n (Li, Galley, Brockett, Gao and Dolan 2016): distinct runs of n words divided by all runs of n words. In
 * (0, 1]; 1 when none repeats. Falls with the length of a text, so compare stories of like length.
 */
final class DistinctNGrams extends WordMetric {
    private final int n;

    /** @param n length of a run; the metric is {@code distinct_n} */
    DistinctNGrams(int n) {
        super("distinct_" + n, 1, n);
        this.n = n;
    }

    @Override
    ScoreOutcome score(List<String> words) {
        return scored(NGrams.distinctShare(words, n));
    }
}
