package io.musemeter.scorer.semantic.geometry;

import io.musemeter.scorer.semantic.Vectors;
import java.util.List;
import java.util.Optional;

/** Where an embedding lies among others. Distance is 1 - cosine, in [0, 2]. */
public final class ReferenceGeometry {
    private ReferenceGeometry() {}

    /**
     * Distance to the nearest, in [0, 2]; 0 for a copy of one of them.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static double distanceToNearest(float[] embedding, List<float[]> others) {
        return others.stream()
                .mapToDouble(other -> 1 - Vectors.cosine(embedding, other))
                .min()
                .orElseThrow(() -> new IllegalArgumentException("others: is empty"));
    }

    /**
     * Cosine with the centre of the others, the mean of their directions, in [-1, 1]; empty when they cancel out and so
     * have no centre.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Optional<Double> closenessToCentre(float[] embedding, List<float[]> others) {
        if (others.isEmpty()) {
            throw new IllegalArgumentException("others: is empty");
        }
        double[] sum = new double[embedding.length];
        for (float[] other : others) {
            float[] direction = Vectors.normalised(toDouble(other));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += direction[i];
            }
        }
        float[] centre = Vectors.normalised(sum);
        for (float component : centre) {
            if (component != 0) {
                return Optional.of(Vectors.cosine(embedding, centre));
            }
        }
        return Optional.empty();
    }

    private static double[] toDouble(float[] vector) {
        double[] doubles = new double[vector.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = vector[i];
        }
        return doubles;
    }
}
