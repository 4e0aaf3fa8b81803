package io.musemeter.storymodel;

/**
 * e to the x in single precision, relative error below 2e-7. Only additions and multiplications, so the same bits on every machine, which
 * {@link Math#exp} does not promise, at a fraction of the time of {@link StrictMath#exp}.
 */
final class Exponential {

    private static final float LOG2_E = 1.442695040888963f;
    // ln 2 in two parts, the first with trailing zeros, so that k times it is exact (Cody and Waite 1980).
    private static final float LN2_HIGH = 0.693359375f;
    private static final float LN2_LOW = -2.12194440054690583e-4f;
    // Adding 1.5 * 2^23 leaves no room for a fraction: the sum is rounded to an integer.
    private static final float ROUND = 12582912f;
    private static final float LEAST = -87f;
    private static final float MOST = 88f;

    private Exponential() {}

    /** exp(x), with x taken as -87 below that and as 88 above that; NaN stays NaN. */
    static float exp(float x) {
        float clamped = Math.min(MOST, Math.max(LEAST, x));
        float k = clamped * LOG2_E + ROUND - ROUND;
        float r = clamped - k * LN2_HIGH - k * LN2_LOW;
        // Taylor's series; |r| <= ln(2) / 2, so that the first term left out is below 6e-9.
        float p = 1f / 5040;
        p = p * r + 1f / 720;
        p = p * r + 1f / 120;
        p = p * r + 1f / 24;
        p = p * r + 1f / 6;
        p = p * r + 0.5f;
        p = p * r + 1;
        p = p * r + 1;
        return p * Float.intBitsToFloat((int) k + 127 << 23);
    }
}
