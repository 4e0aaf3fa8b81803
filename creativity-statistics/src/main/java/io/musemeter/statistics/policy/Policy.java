package io.musemeter.statistics.policy;

import io.musemeter.statistics.cell.Temperature;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A way of choosing temperatures.
 *
 * @param shares the share of stories that gets each temperature; they sum to 1
 */
public record Policy(NavigableMap<Temperature, Double> shares) {

    private static final double ROUNDING = 1e-9;

    /**
     * Checks the shares.
     *
     * @throws IllegalArgumentException when one is not positive or they do not sum to 1
     */
    public Policy {
        double sum = 0;
        for (double share : shares.values()) {
            if (!(share > 0)) {
                throw new IllegalArgumentException("shares: " + share + " is not positive");
            }
            sum += share;
        }
        if (!(Math.abs(sum - 1) < ROUNDING)) {
            throw new IllegalArgumentException("shares: they sum to " + sum + " instead of 1");
        }
        shares = Collections.unmodifiableNavigableMap(new TreeMap<>(shares));
    }

    /** One temperature for every story. */
    public static Policy always(Temperature temperature) {
        return new Policy(new TreeMap<>(Collections.singletonMap(temperature, 1.0)));
    }

    /** The share that gets a temperature, 0 for most. */
    public double share(Temperature temperature) {
        return shares.getOrDefault(temperature, 0.0);
    }
}
