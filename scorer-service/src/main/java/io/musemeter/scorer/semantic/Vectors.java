package io.musemeter.scorer.semantic;

/** Arithmetic on embeddings, summed in double precision. */
public final class Vectors {
    private Vectors() {}

    /**
     * The cosine of the angle between two vectors, in [-1, 1]; 1 for equal ones.
     *
     * @throws IllegalArgumentException when the lengths differ or a vector is all zeros
     */
    public static double cosine(float[] a, float[] b) {
        double norms = Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b));
        if (norms == 0) {
            throw new IllegalArgumentException("the zero vector has no direction");
        }
        return Math.max(-1, Math.min(1, dot(a, b) / norms));
    }

    /** The same direction with length 1; all zeros stay as they are. */
    public static float[] normalised(double[] vector) {
        double squares = 0;
        for (double component : vector) {
            squares += component * component;
        }
        double length = squares == 0 ? 1 : Math.sqrt(squares);
        float[] unit = new float[vector.length];
        for (int i = 0; i < vector.length; i++) {
            unit[i] = (float) (vector[i] / length);
        }
        return unit;
    }

    private static double dot(float[] a, float[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("vectors of length " + a.length + " and " + b.length);
        }
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
