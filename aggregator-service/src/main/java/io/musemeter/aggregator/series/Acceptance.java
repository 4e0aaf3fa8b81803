package io.musemeter.aggregator.series;

/** What became of a score that keeps the contract. */
public enum Acceptance {
    /** It was counted. */
    COUNTED,
    /** It replaced an outcome without a value. */
    SUPERSEDED,
    /** Its identity was counted before. */
    DUPLICATE,
    /** It came too long after its series' newest. */
    LATE
}
