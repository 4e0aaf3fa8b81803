package io.musemeter.statistics.multiplicity;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Evidence that may be multiplied and looked at whenever one likes: an e-value has expectation at most 1 when there is no effect
 * (Vovk and Wang 2021), so it exceeds 1/α with probability at most α.
 */
public final class EValues {

    private EValues() {}

    /**
     * An e-value from a p-value: the calibrator {@code (1 - p + p ln p) / (p (ln p)²)}, the mean of {@code κ p^(κ-1)} over κ in
     * (0, 1) (Vovk and Wang 2021).
     *
     * @throws IllegalArgumentException when p is outside [0, 1]
     */
    public static double fromP(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p: " + p + " is outside [0, 1]");
        }
        double bounded = Math.max(p, Double.MIN_NORMAL);
        if (1 - bounded < 1e-4) {
            // The quotient is 0/0 at 1; its limit is 1/2.
            return 0.5 + (1 - bounded) / 6;
        }
        double log = Math.log(bounded);
        return (1 - bounded + bounded * log) / (bounded * log * log);
    }

    /**
     * The e-BH procedure (Wang and Ramdas 2022): controls the false discovery rate under any dependence.
     *
     * @return positions of the discoveries, strongest first
     */
    public static List<Integer> discoveries(double[] eValues, double alpha) {
        int m = eValues.length;
        List<Integer> descending = IntStream.range(0, m)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -eValues[i]))
                .toList();
        for (int k = m; k >= 1; k--) {
            if (eValues[descending.get(k - 1)] >= m / (alpha * k)) {
                return descending.subList(0, k);
            }
        }
        return List.of();
    }
}
