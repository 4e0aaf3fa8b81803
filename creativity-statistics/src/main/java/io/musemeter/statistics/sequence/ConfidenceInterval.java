package io.musemeter.statistics.sequence;

/**
 * An interval that is part of a confidence sequence.
 *
 * @param estimate the estimate it surrounds
 * @param low lower end
 * @param high upper end
 * @param observations observations so far
 * @param guarantee what its level promises
 */
public record ConfidenceInterval(double estimate, double low, double high, long observations, Guarantee guarantee) {

    /** What the level of a confidence sequence promises. */
    public enum Guarantee {
        /** Holds for every number of observations. */
        NON_ASYMPTOTIC,
        /** Holds as the number of observations grows. */
        ASYMPTOTIC
    }
}
