package io.musemeter.generator.assignment;

import io.musemeter.assigner.TemperatureAssigner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hipparchus.special.Gamma;
import org.jspecify.annotations.Nullable;

/**
 * Whether units fell on the arms as the design says. A unit that asks again is counted again, so units that ask unequally
 * often look like imbalance: count each request as its own unit, or read this with that in mind.
 *
 * @param designId identity of the design, as every assignment carries it
 * @param arms the arms with their counts
 * @param chiSquare Pearson's statistic of observed and expected counts (Pearson 1900); 0 before the first assignment
 * @param degreesOfFreedom of its distribution under the design
 * @param p probability of a statistic at least as large under the design; null while an arm expects fewer than five units,
 *     where the distribution does not hold, and where there is one arm
 * @param sentence the check in words
 */
record Balance(
        String designId,
        List<ArmCount> arms,
        double chiSquare,
        int degreesOfFreedom,
        @Nullable Double p,
        String sentence) {
    /** Below it the assignment is not believed to follow the design: a check that is looked at often must not cry often. */
    private static final double SUSPICIOUS = 0.001;

    /** Cochran's rule for the chi-square distribution to hold (Cochran 1954). */
    private static final double LEAST_EXPECTED = 5;

    /**
     * One arm's count.
     *
     * @param temperature its temperature
     * @param propensity its probability
     * @param assigned units assigned since the service began
     * @param expected units the design lets expect
     */
    record ArmCount(double temperature, double propensity, long assigned, double expected) {}

    /** @param assigned units assigned to each arm, in the order of the arms */
    static Balance of(TemperatureAssigner assigner, long[] assigned) {
        long total = 0;
        for (long count : assigned) {
            total += count;
        }
        List<ArmCount> arms = new ArrayList<>();
        double chiSquare = 0;
        for (int i = 0; i < assigned.length; i++) {
            TemperatureAssigner.Arm arm = assigner.arms().get(i);
            double expected = total * arm.propensity();
            arms.add(new ArmCount(arm.temperature(), arm.propensity(), assigned[i], expected));
            chiSquare += total == 0 ? 0 : (assigned[i] - expected) * (assigned[i] - expected) / expected;
        }
        int freedom = assigned.length - 1;
        boolean holds = freedom > 0 && arms.stream().allMatch(arm -> arm.expected() >= LEAST_EXPECTED);
        Double p = holds ? Double.valueOf(Gamma.regularizedGammaQ(freedom / 2.0, chiSquare / 2)) : null;
        return new Balance(assigner.designId(), arms, chiSquare, freedom, p, sentence(total, p, freedom));
    }

    private static String sentence(long total, @Nullable Double p, int freedom) {
        if (freedom == 0) {
            return "One temperature: nothing is drawn.";
        }
        if (p == null) {
            return "Too few assignments to check (" + total + "): each temperature must expect at least five.";
        }
        String figures = String.format(Locale.ROOT, " (n %d, chi-square p %.3g).", total, p);
        return (p < SUSPICIOUS ? "Not balanced as designed" : "Balanced as designed") + figures;
    }
}
