package io.musemeter.generator.assignment;

import io.musemeter.events.Hashes;
import io.musemeter.events.Temperature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Bernoulli design over temperatures: each unit is assigned apart from all others with known probabilities (Imbens and
 * Rubin 2015, ch. 4). The draw is a hash of seed and unit, so a unit asked for again is assigned the same, by any generator
 * and after any restart, and whoever knows the seed can check every assignment.
 *
 * @param arms the temperatures, ascending, with probabilities that sum to 1
 * @param seed of the draw
 */
record AssignmentDesign(List<Arm> arms, long seed) {

    /**
     * A temperature and the probability with which it is assigned.
     *
     * @param temperature the temperature
     * @param propensity its probability, in (0, 1]
     */
    record Arm(Temperature temperature, double propensity) {}

    AssignmentDesign {
        arms = List.copyOf(arms);
        if (arms.isEmpty()) {
            throw new IllegalArgumentException("assignment.temperatures: at least one is required");
        }
    }

    /** Every temperature with the same probability. */
    static AssignmentDesign uniform(List<Temperature> temperatures, long seed) {
        return weighted(spread(temperatures, 1), seed);
    }

    /** Production's temperature but for a share that is spread evenly over the temperatures. */
    static AssignmentDesign canary(Temperature production, double share, List<Temperature> temperatures, long seed) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("assignment.canary-share: must lie in (0, 1]");
        }
        Map<Temperature, Double> weights = spread(temperatures, share);
        if (share < 1) {
            weights.merge(production, 1 - share, Double::sum);
        }
        return weighted(weights, seed);
    }

    /** The arm of a unit, for example a user, a session or a request. */
    Arm assign(String unit) {
        double u = (Hashes.firstBits("assign " + seed + " " + unit) >>> 11) * 0x1p-53;
        double cumulative = 0;
        for (Arm arm : arms) {
            cumulative += arm.propensity();
            if (u < cumulative) {
                return arm;
            }
        }
        return arms.get(arms.size() - 1);
    }

    private static Map<Temperature, Double> spread(List<Temperature> temperatures, double share) {
        Map<Temperature, Double> weights = new TreeMap<>();
        List<Temperature> distinct = temperatures.stream().distinct().toList();
        distinct.forEach(temperature -> weights.put(temperature, share / distinct.size()));
        return weights;
    }

    private static AssignmentDesign weighted(Map<Temperature, Double> weights, long seed) {
        List<Arm> arms = new ArrayList<>();
        weights.forEach((temperature, weight) -> arms.add(new Arm(temperature, weight)));
        return new AssignmentDesign(arms, seed);
    }
}
