package io.musemeter.statistics.verdict;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a verdict is given on.
 *
 * @param metric the metric's name
 * @param logarithmic whether the slope is a change of the natural logarithm
 * @param slope the headline slope
 * @param q its p-value adjusted for the number of series looked at, when known
 * @param level confidence level of the interval
 * @param designR the design-standardised correlation
 * @param margin slopes within plus or minus this much do not matter, when known
 * @param nonMonotone a turning point, in words, when the curve turns
 * @param threat how selection threatens the headline, in words, when it does
 * @param manipulationCheck whether the metric depends on temperature by construction
 * @param lowestTemperature the lowest temperature of the headline, as text
 * @param n scores behind the headline
 * @param excludedTruncated scored stories that the headline leaves out because they were cut off
 */
public record Evidence(
        String metric,
        boolean logarithmic,
        Answer<Estimate> slope,
        OptionalDouble q,
        double level,
        Answer<Estimate> designR,
        OptionalDouble margin,
        Optional<String> nonMonotone,
        Optional<String> threat,
        boolean manipulationCheck,
        String lowestTemperature,
        long n,
        long excludedTruncated) {}
