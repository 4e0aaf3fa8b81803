package io.musemeter.statistics.missing;

import io.musemeter.statistics.effect.Intervals;

/**
 * How far an interval must reach beyond bounds to hold the value that lies somewhere between them (Imbens and Manski 2004): c with
 * {@code Φ(c + gap) - Φ(-c) = level}, between the one-sided quantile (bounds far apart) and the two-sided one (bounds together).
 */
final class ImbensManski {

    private static final int STEPS = 100;

    private ImbensManski() {}

    /** Standard errors to go beyond either bound; {@code gap} is the distance of the bounds in standard errors. */
    static double multiplier(double gap, double level) {
        double low = Intervals.normalQuantile(level);
        double high = Intervals.normalQuantile((1 + level) / 2);
        for (int step = 0; step < STEPS && high - low > 0; step++) {
            double middle = (low + high) / 2;
            if (Intervals.normalProbability(middle + gap) - Intervals.normalProbability(-middle) < level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }
}
