package io.musemeter.generator.intake;

import io.musemeter.events.Hashes;
import io.musemeter.events.Source;
import io.musemeter.events.Story;
import java.util.Optional;

/**
 * Lets in a share of production's traffic by a hash of the trace id, so that all stories of one trace are in or out, on
 * every generator alike. The share travels with each story.
 *
 * @param fraction the share, in (0, 1]
 */
record TraceSampling(double fraction) {
    /** @throws IllegalArgumentException when the share is not in (0, 1] */
    TraceSampling {
        if (!(fraction > 0 && fraction <= 1)) {
            throw new IllegalArgumentException("intake.sampling-fraction: must lie in (0, 1]");
        }
    }

    /** The story with the share it stands for, or nothing when it is left out. */
    Optional<Story> apply(Story story) {
        if (fraction == 1 || !(story.source() instanceof Source.Production)) {
            return Optional.of(story);
        }
        String key = story.traceId() == null ? story.storyId() : story.traceId();
        if (uniform(key) >= fraction) {
            return Optional.empty();
        }
        double before = story.samplingFraction() == null ? 1 : story.samplingFraction();
        return Optional.of(Stories.sampled(story, before * fraction));
    }

    /** 53 bits of a hash as a number in [0, 1). */
    private static double uniform(String key) {
        return (Hashes.firstBits("sample " + key) >>> 11) * 0x1p-53;
    }
}
