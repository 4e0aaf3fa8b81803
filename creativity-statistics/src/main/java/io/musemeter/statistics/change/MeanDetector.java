package io.musemeter.statistics.change;

import org.jspecify.annotations.Nullable;

/**
 * Detects that the mean of a sequence of standardised observations left a tolerated range around zero: an e-detector of the
 * Shiryaev–Roberts kind (Shin, Ramdas and Rinaldo 2024), {@code M = (1 + M) e}, with e the mean over several bets
 * {@code exp(λ (±z - tolerance) - λ²/2)} on either side. While nothing changes it raises an alarm once in
 * {@code averageRunLength} observations at most, on average; after an alarm it starts afresh.
 *
 * @param averageRunLength observations between two false alarms, at least
 * @param tolerance shifts of the mean, in standard deviations of one observation, that are no change
 * @param rising statistic of upward shifts, one for each bet
 * @param falling statistic of downward shifts
 * @param observations observations since the last alarm
 */
public record MeanDetector(
        double averageRunLength, double tolerance, Statistic rising, Statistic falling, long observations) {

    /**
     * Before the first observation.
     *
     * @throws IllegalArgumentException when the run length is not above 1 or the tolerance negative
     */
    public static MeanDetector start(double averageRunLength, double tolerance) {
        if (!(averageRunLength > 1)) {
            throw new IllegalArgumentException("averageRunLength: " + averageRunLength + " is not above 1");
        }
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("tolerance: " + tolerance + " is negative");
        }
        return new MeanDetector(averageRunLength, tolerance, Statistic.ZERO, Statistic.ZERO, 0);
    }

    /**
     * The same with another tolerance from here on: panes and reference differ in size.
     *
     * @throws IllegalArgumentException when it is negative
     */
    public MeanDetector tolerating(double shift) {
        if (!(shift >= 0)) {
            throw new IllegalArgumentException("tolerance: " + shift + " is negative");
        }
        return new MeanDetector(averageRunLength, shift, rising, falling, observations);
    }

    /**
     * The detector after one more observation, standard normal or lighter in the tails while nothing changes.
     *
     * @throws IllegalArgumentException when the observation is not finite
     */
    public Step next(double z) {
        if (!Double.isFinite(z)) {
            throw new IllegalArgumentException("z: " + z + " is not a finite number");
        }
        Statistic up = rising.next(z - tolerance);
        Statistic down = falling.next(-z - tolerance);
        // Two statistics share the budget of false alarms.
        double threshold = 2 * averageRunLength;
        if (up.value() >= threshold || down.value() >= threshold) {
            Alarm alarm = new Alarm(up.value() >= down.value(), observations + 1);
            return new Step(start(averageRunLength, tolerance), alarm);
        }
        return new Step(new MeanDetector(averageRunLength, tolerance, up, down, observations + 1), null);
    }

    /**
     * What one observation led to.
     *
     * @param detector the detector from here on
     * @param alarm the alarm raised, if any
     */
    public record Step(MeanDetector detector, @Nullable Alarm alarm) {}

    /**
     * An alarm.
     *
     * @param upward whether the mean rose
     * @param observations observations since the start or the last alarm
     */
    public record Alarm(boolean upward, long observations) {}

    /**
     * Shiryaev–Roberts statistics of one side.
     *
     * @param small for small shifts
     * @param medium for medium shifts
     * @param large for large shifts
     */
    public record Statistic(double small, double medium, double large) {

        private static final double[] BETS = {0.25, 0.75, 2};
        static final Statistic ZERO = new Statistic(0, 0, 0);

        double value() {
            return (small + medium + large) / BETS.length;
        }

        Statistic next(double shift) {
            return new Statistic(
                    step(small, BETS[0], shift), step(medium, BETS[1], shift), step(large, BETS[2], shift));
        }

        private static double step(double statistic, double bet, double shift) {
            return Math.min(Double.MAX_VALUE, (1 + statistic) * Math.exp(bet * shift - bet * bet / 2));
        }
    }
}
