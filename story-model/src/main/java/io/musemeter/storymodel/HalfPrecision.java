package io.musemeter.storymodel;

/** IEEE 754 binary16: a sign, 5 bits of exponent and 10 of fraction. The JDK converts it only from version 20 on. */
final class HalfPrecision {

    private static final float SUBNORMAL_UNIT = 0x1p-24f;

    private HalfPrecision() {}

    static float toFloat(short half) {
        int exponent = half >> 10 & 0x1F;
        int fraction = half & 0x3FF;
        float magnitude;
        if (exponent == 0) {
            magnitude = fraction * SUBNORMAL_UNIT;
        } else if (exponent == 0x1F) {
            magnitude = fraction == 0 ? Float.POSITIVE_INFINITY : Float.NaN;
        } else {
            magnitude = Float.intBitsToFloat(exponent + 112 << 23 | fraction << 13);
        }
        return half < 0 ? -magnitude : magnitude;
    }
}
