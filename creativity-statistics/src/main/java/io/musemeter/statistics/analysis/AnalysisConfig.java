package io.musemeter.statistics.analysis;

import io.musemeter.statistics.effect.DesignStandardised;
import io.musemeter.statistics.effect.Selection;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What an analysis is told about a metric.
 *
 * @param metric the metric's name, as sentences use it
 * @param level confidence level of intervals, in (0, 1)
 * @param negligible slopes per 1.0 of temperature within plus or minus this much do not matter (a change of the logarithm on a
 *     logarithmic scale); by default a tenth of the standard deviation within temperatures
 * @param manipulationCheck whether the metric depends on temperature by construction, so that it tests the system, not the model
 * @param truncatedStories whether the headline takes stories that were cut off by a length limit
 * @param design temperatures that the design-standardised correlation refers to
 */
public record AnalysisConfig(
        String metric,
        double level,
        OptionalDouble negligible,
        boolean manipulationCheck,
        boolean truncatedStories,
        List<Double> design) {

    /**
     * Checks the level and the margin.
     *
     * @throws IllegalArgumentException naming the component that is wrong
     */
    public AnalysisConfig {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level: " + level + " is outside (0, 1)");
        }
        if (negligible.isPresent() && !(negligible.getAsDouble() > 0)) {
            throw new IllegalArgumentException("negligible: " + negligible.getAsDouble() + " is not positive");
        }
        if (design.size() < 2) {
            throw new IllegalArgumentException("design: needs two temperatures or more");
        }
        design = List.copyOf(design);
    }

    /** 95 % intervals and defaults for everything else. */
    public static AnalysisConfig of(String metric) {
        return new AnalysisConfig(
                metric, 0.95, OptionalDouble.empty(), false, false, DesignStandardised.DEFAULT_DESIGN);
    }

    /** The same for a metric that depends on temperature by construction. */
    public AnalysisConfig asManipulationCheck() {
        return new AnalysisConfig(metric, level, negligible, true, truncatedStories, design);
    }

    /** The same with truncated stories in the headline. */
    public AnalysisConfig withTruncatedStories() {
        return new AnalysisConfig(metric, level, negligible, manipulationCheck, true, design);
    }

    /** The same with a stated margin of what does not matter. */
    public AnalysisConfig withNegligible(double slope) {
        return new AnalysisConfig(metric, level, OptionalDouble.of(slope), manipulationCheck, truncatedStories, design);
    }

    Selection headline() {
        return truncatedStories ? Selection.headline().withTruncated() : Selection.headline();
    }
}
