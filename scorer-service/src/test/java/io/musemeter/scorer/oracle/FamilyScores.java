package io.musemeter.scorer.oracle;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.scorer.metric.Family;
import io.musemeter.scorer.metric.Metric;
import io.musemeter.scorer.metric.ScoringInput;
import java.util.OptionalDouble;

/** Scores by name, as a scorer would give them. */
public final class FamilyScores {
    private FamilyScores() {}

    /** One metric's outcome for a story. */
    public static <A> ScoreOutcome outcome(Family<A> family, String metric, ScoringInput input) {
        return metric(family, metric).score(family.analyse(input));
    }

    /** One metric's value for a story; empty when it is unscorable. */
    public static <A> OptionalDouble value(Family<A> family, String metric, ScoringInput input) {
        return outcome(family, metric, input) instanceof ScoreOutcome.Scored scored
                ? OptionalDouble.of(scored.value())
                : OptionalDouble.empty();
    }

    /** The metric of that name. */
    public static <A> Metric<A> metric(Family<A> family, String name) {
        return family.metrics().stream()
                .filter(metric -> metric.spec().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no metric " + name));
    }
}
