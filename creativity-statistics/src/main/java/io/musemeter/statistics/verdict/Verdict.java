package io.musemeter.statistics.verdict;

/** What a series says about temperature, in one of eight kinds. */
public sealed interface Verdict {

    /** The verdict as a sentence, with the figures it rests on. */
    String sentence();

    /** The name of the kind, the same in the wire format. */
    default String kind() {
        return getClass().getSimpleName();
    }

    /** Which way a metric goes as temperature rises. */
    enum Direction {
        /** Upwards. */
        RISES,
        /** Downwards. */
        FALLS
    }

    /** How strong a relation is, by the size of the design-standardised correlation (Cohen 1988). */
    enum Strength {
        /** Below .3. */
        WEAKLY,
        /** From .3. */
        MODERATELY,
        /** From .5. */
        STRONGLY
    }

    /**
     * The metric changes with temperature, and not by a negligible amount.
     *
     * @param direction which way
     * @param strength how strongly
     * @param sentence in words
     */
    record Related(Direction direction, Strength strength, String sentence) implements Verdict {}

    /**
     * Whatever effect there is, it is too small to matter (two one-sided tests, Schuirmann 1987).
     *
     * @param margin slopes within plus or minus this much do not matter
     * @param sentence in words
     */
    record Negligible(double margin, String sentence) implements Verdict {}

    /**
     * The metric first goes one way and then the other.
     *
     * @param sentence in words
     */
    record NonMonotone(String sentence) implements Verdict {}

    /**
     * All stories have one temperature.
     *
     * @param sentence in words
     */
    record InsufficientVariation(String sentence) implements Verdict {}

    /**
     * The interval is too wide to tell.
     *
     * @param sentence in words
     */
    record InsufficientData(String sentence) implements Verdict {}

    /**
     * The metric takes one value, or the model repeats a few texts.
     *
     * @param sentence in words
     */
    record Degenerate(String sentence) implements Verdict {}

    /**
     * What could not be scored depends on temperature, so the rest may mislead.
     *
     * @param sentence in words
     */
    record SelectionThreatened(String sentence) implements Verdict {}

    /**
     * The metric depends on temperature by construction: it tests the system, not the model.
     *
     * @param passed whether it moves as it must
     * @param sentence in words
     */
    record ManipulationCheck(boolean passed, String sentence) implements Verdict {}
}
