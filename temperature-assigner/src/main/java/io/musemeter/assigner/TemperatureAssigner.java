package io.musemeter.assigner;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gives live requests a temperature at random, with known probabilities: production at one temperature says nothing of any
 * other. A Bernoulli design: each unit is assigned apart from all others (Imbens and Rubin 2015, ch. 4). The draw is a hash
 * of seed and unit, so a unit asked for again is assigned the same, by any process and after any restart, and whoever knows
 * the seed can check every assignment.
 *
 * <pre>{@code
 * TemperatureAssigner assigner = TemperatureAssigner.canary(0.7, 0.05, List.of(0.4, 0.7, 1.0, 1.3), 1);
 * TemperatureAssigner.Assignment assigned = assigner.assign(requestId);
 * String text = model.write(prompt, assigned.temperature());
 * // The story goes to Musemeter with temperature and propensity as assigned.
 * }</pre>
 *
 * Immutable; for use by any number of threads.
 */
public final class TemperatureAssigner {
    private static final double HIGHEST = 5;
    private static final double TO_UNIT_INTERVAL = 0x1p-53;

    private final List<Arm> arms;
    private final long seed;
    private final String designId;

    /**
     * A temperature and the probability with which it is assigned.
     *
     * @param temperature in [0, 5]
     * @param propensity in (0, 1]
     */
    public record Arm(double temperature, double propensity) {}

    /**
     * What a unit was assigned.
     *
     * @param unit who was assigned
     * @param temperature to ask the model with
     * @param propensity the probability of this temperature; the story must carry it
     * @param designId the design it follows from
     */
    public record Assignment(String unit, double temperature, double propensity, String designId) {}

    private TemperatureAssigner(Map<Double, Double> weights, long seed) {
        List<Arm> ascending = new ArrayList<>();
        weights.forEach((temperature, weight) -> ascending.add(new Arm(temperature, weight)));
        this.arms = List.copyOf(ascending);
        this.seed = seed;
        this.designId = String.format("%016x", firstBits("design " + seed + " " + arms));
    }

    /**
     * Every temperature with the same probability.
     *
     * @param temperatures in [0, 5], at least one; what stands twice counts once
     * @param seed of the draw; another seed assigns anew
     * @throws IllegalArgumentException when there is no temperature, or one out of range
     */
    public static TemperatureAssigner uniform(List<Double> temperatures, long seed) {
        return new TemperatureAssigner(spread(temperatures, 1), seed);
    }

    /**
     * Production's temperature but for a share that is spread evenly over the temperatures.
     *
     * @param production production's own temperature, in [0, 5]
     * @param share in (0, 1], for example 0.05
     * @param temperatures in [0, 5], at least one; production's own may be among them, and then gets its part of the share too
     * @param seed of the draw; another seed assigns anew
     * @throws IllegalArgumentException when there is no temperature, one out of range, or the share is
     */
    public static TemperatureAssigner canary(double production, double share, List<Double> temperatures, long seed) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("share: must lie in (0, 1]");
        }
        Map<Double, Double> weights = spread(temperatures, share);
        if (share < 1) {
            weights.merge(checked(production), 1 - share, Double::sum);
        }
        return new TemperatureAssigner(weights, seed);
    }

    /**
     * Assigns a unit.
     *
     * @param unit a user, a session or a request: whatever is to be treated alike
     */
    public Assignment assign(String unit) {
        double u = (firstBits("assign " + seed + " " + Objects.requireNonNull(unit, "unit")) >>> 11) * TO_UNIT_INTERVAL;
        double cumulative = 0;
        for (Arm arm : arms) {
            cumulative += arm.propensity();
            if (u < cumulative) {
                return assignment(unit, arm);
            }
        }
        // The propensities' sum may fall short of 1 by rounding.
        return assignment(unit, arms.get(arms.size() - 1));
    }

    /** The temperatures, ascending, with probabilities that sum to 1. */
    public List<Arm> arms() {
        return arms;
    }

    /** Identity of the design: temperatures, probabilities and seed. */
    public String designId() {
        return designId;
    }

    private Assignment assignment(String unit, Arm arm) {
        return new Assignment(unit, arm.temperature(), arm.propensity(), designId);
    }

    private static Map<Double, Double> spread(List<Double> temperatures, double share) {
        TreeSet<Double> distinct = new TreeSet<>();
        temperatures.forEach(temperature -> distinct.add(checked(temperature)));
        if (distinct.isEmpty()) {
            throw new IllegalArgumentException("temperatures: at least one is required");
        }
        Map<Double, Double> weights = new TreeMap<>();
        distinct.forEach(temperature -> weights.put(temperature, share / distinct.size()));
        return weights;
    }

    private static double checked(double temperature) {
        if (!(temperature >= 0 && temperature <= HIGHEST)) {
            throw new IllegalArgumentException("temperature: must lie in [0, 5]");
        }
        return temperature + 0.0; // makes -0.0 the 0.0 that it equals
    }

    /** The leading 64 bits of the text's SHA-256. */
    private static long firstBits(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
