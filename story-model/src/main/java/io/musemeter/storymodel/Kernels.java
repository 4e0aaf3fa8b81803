package io.musemeter.storymodel;

import java.util.Arrays;

/**
 * The arithmetic of the forward pass. Every result element is summed in one fixed order with plain single-precision products and sums, so that it
 * has the same bits whatever the machine, the vector length and the number of rows computed together.
 */
final class Kernels {

    private static final float EPSILON = 1e-5f;

    private Kernels() {}

    /**
     * y = x W for the first {@code rows} rows of x: y[r][o] = sum over i of x[r][i] w[i][o]. The inner loop runs over outputs; four rows of W stay
     * in the cache while all rows of x pass by.
     */
    static void multiply(float[][] x, int rows, float[][] w, float[][] y) {
        int outputs = w[0].length;
        for (int r = 0; r < rows; r++) {
            Arrays.fill(y[r], 0, outputs, 0);
        }
        int i = 0;
        for (; i + 4 <= w.length; i += 4) {
            for (int r = 0; r < rows; r++) {
                addFour(x[r], i, w, y[r], outputs);
            }
        }
        for (; i < w.length; i++) {
            for (int r = 0; r < rows; r++) {
                add(x[r][i], w[i], y[r], outputs);
            }
        }
    }

    /** y += the sum of x[i] w[i] over the first {@code count} rows of w, of which the first n elements count. */
    static void accumulate(float[] x, int count, float[][] w, float[] y, int n) {
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            addFour(x, i, w, y, n);
        }
        for (; i < count; i++) {
            add(x[i], w[i], y, n);
        }
    }

    private static void addFour(float[] x, int i, float[][] w, float[] y, int n) {
        addFour(x[i], x[i + 1], x[i + 2], x[i + 3], w[i], w[i + 1], w[i + 2], w[i + 3], y, n);
    }

    // One array a row, all with the index o alone: the JIT compiler of JDK 17 vectorises this, and nothing with an
    // offset in the index.
    private static void addFour(
            float a, float b, float c, float d, float[] p, float[] q, float[] r, float[] s, float[] y, int n) {
        for (int o = 0; o < n; o++) {
            y[o] += a * p[o] + b * q[o] + c * r[o] + d * s[o];
        }
    }

    /** y += a x, of the first n elements. */
    static void add(float a, float[] x, float[] y, int n) {
        for (int o = 0; o < n; o++) {
            y[o] += a * x[o];
        }
    }

    /** Layer normalisation (Ba, Kiros and Hinton 2016) without bias: y = gain (x - mean) / sd, of x's elements. */
    static void normalise(float[] x, float[] gain, float[] y) {
        double mean = mean(x, 0, x.length);
        float scale = 1 / deviation(x, 0, x.length, mean);
        for (int i = 0; i < x.length; i++) {
            y[i] = (x[i] - (float) mean) * scale * gain[i];
        }
    }

    /** As {@link #normalise}, in place, of n elements from {@code from} on and without gain. */
    static void normalise(float[] x, int from, int n) {
        double mean = mean(x, from, n);
        float scale = 1 / deviation(x, from, n, mean);
        for (int i = from; i < from + n; i++) {
            x[i] = (x[i] - (float) mean) * scale;
        }
    }

    private static double mean(float[] x, int from, int n) {
        double sum = 0;
        for (int i = from; i < from + n; i++) {
            sum += x[i];
        }
        return sum / n;
    }

    private static float deviation(float[] x, int from, int n, double mean) {
        double squares = 0;
        for (int i = from; i < from + n; i++) {
            double d = x[i] - mean;
            squares += d * d;
        }
        return (float) Math.sqrt(squares / n + EPSILON);
    }

    /** Replaces n numbers by their softmax. */
    static void softmax(float[] x, int n) {
        float max = x[0];
        for (int i = 1; i < n; i++) {
            max = Math.max(max, x[i]);
        }
        double sum = 0;
        for (int i = 0; i < n; i++) {
            x[i] = Exponential.exp(x[i] - max);
            sum += x[i];
        }
        float inverse = (float) (1 / sum);
        for (int i = 0; i < n; i++) {
            x[i] *= inverse;
        }
    }

    /** SwiGLU (Shazeer 2020): out = gate sigmoid(gate) up, where {@code gateUp} holds n gates and then n ups. */
    static void gate(float[] gateUp, int n, float[] out) {
        for (int i = 0; i < n; i++) {
            float gate = gateUp[i];
            out[i] = gate / (1 + Exponential.exp(-gate)) * gateUp[n + i];
        }
    }

    /** log(sum(exp(x))). */
    static double logSumExp(float[] x) {
        float max = x[0];
        for (float v : x) {
            max = Math.max(max, v);
        }
        double sum = 0;
        for (float v : x) {
            sum += Exponential.exp(v - max);
        }
        return max + StrictMath.log(sum);
    }
}
