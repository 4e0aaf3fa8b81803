package io.musemeter.aggregator.series;

import io.musemeter.events.Score;
import io.musemeter.statistics.cell.CellOutcome;

/** How long a story is, as its series counts it. */
public final class Lengths {
    /** The metric whose stories are counted by what they cost. */
    public static final String BY_COST = "creative_yield";

    private Lengths() {}

    /** Words; tokens where the question is what a creative story costs. */
    static int of(Score score) {
        Integer length = score.series().metric().equals(BY_COST) ? score.tokens() : score.words();
        return length == null ? CellOutcome.Scored.LENGTH_UNKNOWN : length;
    }
}
