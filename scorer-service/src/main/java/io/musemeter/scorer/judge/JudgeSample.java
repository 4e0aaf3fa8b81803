package io.musemeter.scorer.judge;

import io.musemeter.events.Hashes;

/**
 * Which stories are judged: a fraction of them, chosen by a hash of the story's id, so that every instance chooses the same
 * ones and a larger fraction contains the smaller.
 *
 * @param fraction share of stories, in (0, 1]
 */
public record JudgeSample(double fraction) {
    private static final String SALT = "judge:";
    private static final double STEP = 0x1.0p-53;

    /** @throws IllegalArgumentException when the fraction lies outside (0, 1] */
    public JudgeSample {
        if (!(fraction > 0 && fraction <= 1)) {
            throw new IllegalArgumentException("musemeter.scorer.judge.fraction: must lie in (0, 1]");
        }
    }

    /** Whether a story belongs to the sample. */
    public boolean includes(String storyId) {
        double uniform = (Hashes.firstBits(SALT + storyId) >>> 11) * STEP;
        return uniform < fraction;
    }
}
