package io.musemeter.statistics.policy;

import io.musemeter.statistics.sequence.AsymptoticSequence;
import io.musemeter.statistics.sequence.ConfidenceInterval;
import java.util.Optional;

/**
 * Whether another policy may be taken: decided by the interval that may be looked at at any time, so that waiting for a good moment
 * gains nothing.
 *
 * @param decision what the data say
 * @param margin how much worse is still no loss, in the metric's unit
 * @param forecast when it will be decided, where it is not and can be foreseen
 */
public record Gate(Decision decision, double margin, Optional<Forecast> forecast) {

    /** What the data say. */
    public enum Decision {
        /** Not worse by the margin or more. */
        NON_INFERIOR,
        /** Worse by more than the margin. */
        WORSE,
        /** Neither can be said. */
        NOT_YET
    }

    /**
     * When a decision is to be expected, if the difference and its spread stay what they are.
     *
     * @param decision the decision
     * @param stories further different scored stories until then
     */
    public record Forecast(Decision decision, long stories) {}

    private static final double FARTHEST = 1_000;
    private static final int HALVINGS = 60;

    /**
     * Decides.
     *
     * @param difference of the policies
     * @param margin how much worse is still no loss, above 0
     * @param higherIsBetter which way the metric points
     * @throws IllegalArgumentException when the margin is not a positive number
     */
    public static Gate of(PolicyDifference difference, double margin, boolean higherIsBetter) {
        if (!(margin > 0 && margin < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("margin: " + margin + " is not a positive number");
        }
        ConfidenceInterval interval = difference.atAnyTime();
        double low = higherIsBetter ? interval.low() : -interval.high();
        double high = higherIsBetter ? interval.high() : -interval.low();
        if (low > -margin) {
            return new Gate(Decision.NON_INFERIOR, margin, Optional.empty());
        }
        if (high < -margin) {
            return new Gate(Decision.WORSE, margin, Optional.empty());
        }
        double gain = higherIsBetter ? interval.estimate() : -interval.estimate();
        return new Gate(Decision.NOT_YET, margin, forecast(difference, gain + margin));
    }

    /** The least number of stories at which the interval's reach is the distance to the margin. */
    private static Optional<Forecast> forecast(PolicyDifference difference, double distance) {
        long n = difference.stories();
        double deviation = difference.doublyRobust().standardError() * Math.sqrt((double) n);
        double few = n;
        double many = n * FARTHEST;
        if (AsymptoticSequence.reach(many, deviation, 1 - PolicyDifference.LEVEL, PolicyDifference.TIGHTEST_AT)
                >= Math.abs(distance)) {
            return Optional.empty();
        }
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = Math.sqrt(few * many);
            if (AsymptoticSequence.reach(middle, deviation, 1 - PolicyDifference.LEVEL, PolicyDifference.TIGHTEST_AT)
                    >= Math.abs(distance)) {
                few = middle;
            } else {
                many = middle;
            }
        }
        return Optional.of(new Forecast(
                distance > 0 ? Decision.NON_INFERIOR : Decision.WORSE, Math.max(1, (long) Math.ceil(many) - n)));
    }
}
