package io.musemeter.scorer.metric;

import io.musemeter.events.EvaluatorId;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.metrics.MetricSpec;

/**
 * One metric: a pure function of a story as its family analysed it. The same input gives the same outcome on any instance,
 * in any order.
 *
 * @param <A> the family's analysed form of a story, made once and shared by its metrics
 */
public interface Metric<A> {
    /** Its entry in the catalogue. */
    MetricSpec spec();

    /** What the scores are signed with; changes whenever the same story could score otherwise. */
    EvaluatorId evaluatorId();

    /** The metric's value for a story, or why there is none. Does not throw on any text. */
    ScoreOutcome score(A analysed);

    /** Share of the stories that it is computed for, in (0, 1]; most are computed for all. */
    default double samplingFraction() {
        return 1;
    }
}
