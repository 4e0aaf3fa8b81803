package io.musemeter.storymodel;

/** Rotary position embedding (Su et al. 2021): pairs of neighbouring elements are rotated by the position times the pair's frequency. */
final class Rotation {

    private static final double BASE = 10_000;

    private final int pairs;
    private final float[] cosine;
    private final float[] sine;

    Rotation(int context, int head) {
        pairs = head / 2;
        cosine = new float[context * pairs];
        sine = new float[context * pairs];
        for (int position = 0; position < context; position++) {
            for (int pair = 0; pair < pairs; pair++) {
                double angle = position * StrictMath.pow(BASE, -2.0 * pair / head);
                cosine[position * pairs + pair] = (float) StrictMath.cos(angle);
                sine[position * pairs + pair] = (float) StrictMath.sin(angle);
            }
        }
    }

    /** Rotates one head's vector, which begins at {@code from}, in place. */
    void apply(float[] x, int from, int position) {
        for (int pair = 0; pair < pairs; pair++) {
            float c = cosine[position * pairs + pair];
            float s = sine[position * pairs + pair];
            int at = from + 2 * pair;
            float re = x[at];
            float im = x[at + 1];
            x[at] = re * c - im * s;
            x[at + 1] = re * s + im * c;
        }
    }
}
