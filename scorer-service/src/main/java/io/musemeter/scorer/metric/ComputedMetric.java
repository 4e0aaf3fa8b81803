package io.musemeter.scorer.metric;

import io.musemeter.events.EvaluatorId;
import io.musemeter.events.Hashes;
import io.musemeter.events.ScoreOutcome;
import io.musemeter.events.UnscorableReason;
import io.musemeter.events.metrics.MetricCatalogue;
import io.musemeter.events.metrics.MetricSpec;
import java.util.List;

/**
 * A metric computed by a formula: what remains to be written is the formula.
 *
 * @param <A> the family's analysed form of a story
 */
public abstract class ComputedMetric<A> implements Metric<A> {
    private static final int DIGITS = 16;

    private final MetricSpec spec;
    private final EvaluatorId evaluatorId;

    /**
     * @param name its name in the catalogue
     * @param version raised whenever the same story could score otherwise
     * @param configuration everything else the value depends on: models, reference sets, thresholds; may be empty
     * @throws io.musemeter.events.InvalidEventException when the catalogue has no metric of that name
     */
    protected ComputedMetric(String name, int version, Object... configuration) {
        this(new EvaluatorId("computed", name, Integer.toString(version), hash(List.of(configuration))));
    }

    /**
     * @param evaluatorId how it is signed; its name is the metric's in the catalogue
     * @throws io.musemeter.events.InvalidEventException when the catalogue has no metric of that name
     */
    protected ComputedMetric(EvaluatorId evaluatorId) {
        this.spec = MetricCatalogue.named(evaluatorId.name());
        this.evaluatorId = evaluatorId;
    }

    @Override
    public final MetricSpec spec() {
        return spec;
    }

    @Override
    public final EvaluatorId evaluatorId() {
        return evaluatorId;
    }

    /** The outcome of that value: none when it is not finite. */
    protected static ScoreOutcome scored(double value) {
        return Double.isFinite(value)
                ? new ScoreOutcome.Scored(value)
                : new ScoreOutcome.Unscorable(UnscorableReason.NOT_FINITE);
    }

    /** No value, and why. */
    protected static ScoreOutcome unscorable(UnscorableReason reason) {
        return new ScoreOutcome.Unscorable(reason);
    }

    private static String hash(List<Object> configuration) {
        return configuration.isEmpty() ? "none" : Hashes.ofParts(configuration).substring(0, DIGITS);
    }
}
