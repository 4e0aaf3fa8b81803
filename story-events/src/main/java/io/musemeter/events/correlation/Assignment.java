package io.musemeter.events.correlation;

import io.musemeter.events.Temperature;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stories say whose temperature was assigned at random with a known probability: sums from which the value of another way
 * of choosing temperatures is estimated. Values are natural logarithms where the series is logarithmic.
 *
 * @param since event time of the first of them
 * @param until event time of the last of them
 * @param epochs response models and exemplars that the stories are of; null in what an earlier version wrote
 * @param arms by temperature, ascending
 * @param truncation the same of a value that is 1 for a truncated story and 0 for another; empty in what an earlier version wrote
 */
public record Assignment(
        Instant since, Instant until, @Nullable Integer epochs, List<Arm> arms, List<Arm> truncation) {
    /** Copies the lists. */
    @SuppressWarnings("NullAway") // Jackson hands over null where an earlier version wrote none.
    public Assignment {
        arms = List.copyOf(arms);
        truncation = truncation == null ? List.of() : List.copyOf(truncation);
    }

    /**
     * One temperature. A story's weight w is 1 over the probability with which it got its temperature, at most 100.
     *
     * @param temperature the temperature
     * @param n scores
     * @param truncated stories whose weight was cut to 100
     * @param unscored stories without a value
     * @param weight sum of w
     * @param weightSquares sum of w²
     * @param mean sum of w times value over sum of w: Hájek's estimate of the mean at this temperature
     * @param lean sum of w² times (value - mean)
     * @param spread sum of w² times (value - mean)²
     * @param stories different stories behind the n scores: fewer where several people rated a story; null in what an earlier version
     *     wrote
     */
    public record Arm(
            Temperature temperature,
            long n,
            long truncated,
            long unscored,
            double weight,
            double weightSquares,
            double mean,
            double lean,
            double spread,
            @Nullable Long stories) {}
}
