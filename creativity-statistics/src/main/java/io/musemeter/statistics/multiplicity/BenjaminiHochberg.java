package io.musemeter.statistics.multiplicity;

import java.util.Comparator;
import java.util.stream.IntStream;

/** False discovery rate by the step-up procedure of Benjamini and Hochberg (1995). */
public final class BenjaminiHochberg {

    private BenjaminiHochberg() {}

    /**
     * Adjusted p-values, in the order given: the least rate at which each test would be called a discovery.
     *
     * @throws IllegalArgumentException when a p-value is outside [0, 1]
     */
    public static double[] qValues(double[] pValues) {
        check(pValues);
        int m = pValues.length;
        int[] ascending = IntStream.range(0, m)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> pValues[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] q = new double[m];
        double least = 1;
        for (int rank = m; rank >= 1; rank--) {
            int i = ascending[rank - 1];
            least = Math.min(least, pValues[i] * ((double) m / rank));
            q[i] = least;
        }
        return q;
    }

    private static void check(double[] pValues) {
        for (int i = 0; i < pValues.length; i++) {
            if (!(pValues[i] >= 0 && pValues[i] <= 1)) {
                throw new IllegalArgumentException("pValues[" + i + "]: " + pValues[i] + " is outside [0, 1]");
            }
        }
    }
}
