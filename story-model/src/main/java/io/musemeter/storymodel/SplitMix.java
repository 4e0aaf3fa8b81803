package io.musemeter.storymodel;

/**
 * SplitMix64 (Steele, Lea and Flood 2014). Its own class because the JDK's {@link java.util.SplittableRandom} does not promise its sequence, and
 * {@link java.util.Random}, which does, starts alike for neighbouring seeds.
 */
final class SplitMix {

    private long state;

    SplitMix(long seed) {
        state = seed;
    }

    /** Uniform in [0, 1), a multiple of 2^-53. */
    double nextDouble() {
        state += 0x9E3779B97F4A7C15L;
        long z = (state ^ state >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return ((z ^ z >>> 31) >>> 11) * 0x1p-53;
    }
}
