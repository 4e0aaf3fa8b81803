package io.musemeter.generator.assignment;

import io.musemeter.events.Temperature;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether units fell on the arms as the design says.
 *
 * @param arms the arms with their counts
 * @param chiSquare Pearson's statistic of observed and expected counts (Pearson 1900); 0 before the first assignment
 * @param degreesOfFreedom of its distribution under the design
 */
record Balance(List<ArmCount> arms, double chiSquare, int degreesOfFreedom) {

    /**
     * One arm's count.
     *
     * @param temperature its temperature
     * @param propensity its probability
     * @param assigned units assigned since the service began
     * @param expected units the design lets expect
     */
    record ArmCount(Temperature temperature, double propensity, long assigned, double expected) {}

    /** @param assigned units assigned to each arm, in the order of the arms */
    static Balance of(AssignmentDesign design, long[] assigned) {
        long total = 0;
        for (long count : assigned) {
            total += count;
        }
        List<ArmCount> arms = new ArrayList<>();
        double chiSquare = 0;
        for (int i = 0; i < assigned.length; i++) {
            AssignmentDesign.Arm arm = design.arms().get(i);
            double expected = total * arm.propensity();
            arms.add(new ArmCount(arm.temperature(), arm.propensity(), assigned[i], expected));
            chiSquare += total == 0 ? 0 : (assigned[i] - expected) * (assigned[i] - expected) / expected;
        }
        return new Balance(arms, chiSquare, assigned.length - 1);
    }
}
