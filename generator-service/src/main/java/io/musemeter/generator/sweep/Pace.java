package io.musemeter.generator.sweep;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How fast a sweep goes on.
 *
 * @param fast number of stories written at full speed
 * @param thereafter time between two stories after that
 * @param end number of stories at which it ends
 */
record Pace(long fast, Duration thereafter, OptionalLong end) {

    /** @throws IllegalArgumentException when the rate is not above 0 */
    static Pace of(long temperatures, long fastPer, double perSecond, OptionalLong maxPer) {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("sweep.stories-per-second: must be above 0");
        }
        return new Pace(
                fastPer * temperatures,
                Duration.ofNanos((long) (1e9 / perSecond)),
                maxPer.isPresent() ? OptionalLong.of(maxPer.getAsLong() * temperatures) : OptionalLong.empty());
    }

    boolean ended(long written) {
        return end.isPresent() && written >= end.getAsLong();
    }

    Duration before(long position) {
        return position < fast ? Duration.ZERO : thereafter;
    }
}
