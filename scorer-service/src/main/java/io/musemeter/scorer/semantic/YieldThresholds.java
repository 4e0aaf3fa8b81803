package io.musemeter.scorer.semantic;

/**
 * What counts as creative yield.
 *
 * @param novelty least semantic novelty, in [0, 2]
 * @param coherence least first-order sentence coherence, in [-1, 1]
 */
public record YieldThresholds(double novelty, double coherence) {
    /** In force when nothing else is configured: stories of a large model reach them, salads of their words do not. */
    public static final YieldThresholds DEFAULT = new YieldThresholds(0.3, 0.3);

    /** @throws IllegalArgumentException naming the threshold that lies outside its metric's range */
    public YieldThresholds {
        within(novelty, 0, 2, "novelty");
        within(coherence, -1, 1, "coherence");
    }

    private static void within(double threshold, double low, double high, String name) {
        if (!(threshold >= low && threshold <= high)) {
            throw new IllegalArgumentException(name + ": must lie in [" + low + ", " + high + "]");
        }
    }
}
