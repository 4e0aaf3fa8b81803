package io.musemeter.statistics.spread;

import java.util.List;

/** Cosines of all pairs of a set's members: symmetric, with ones on the diagonal. */
final class SimilarityMatrix {
    private final double[][] cosines;

    private SimilarityMatrix(double[][] cosines) {
        this.cosines = cosines;
    }

    static SimilarityMatrix ofDirections(List<float[]> vectors) {
        double[][] directions =
                vectors.stream().map(SimilarityMatrix::direction).toArray(double[][]::new);
        int n = directions.length;
        double[][] cosines = new double[n][n];
        for (int i = 0; i < n; i++) {
            cosines[i][i] = 1;
            for (int j = 0; j < i; j++) {
                cosines[i][j] = dot(directions[i], directions[j]);
                cosines[j][i] = cosines[i][j];
            }
        }
        return new SimilarityMatrix(cosines);
    }

    int size() {
        return cosines.length;
    }

    /** Each entry divided by the number of members, so that the eigenvalues sum to one. */
    double[][] dividedBySize() {
        int n = size();
        double[][] divided = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                divided[i][j] = cosines[i][j] / n;
            }
        }
        return divided;
    }

    double meanOfPairs() {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            for (int j = 0; j < i; j++) {
                sum += cosines[i][j];
            }
        }
        return sum / (size() * (size() - 1) / 2.0);
    }

    SimilarityMatrix without(int member) {
        int n = size() - 1;
        double[][] rest = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] row = cosines[i < member ? i : i + 1];
            System.arraycopy(row, 0, rest[i], 0, member);
            System.arraycopy(row, member + 1, rest[i], member, n - member);
        }
        return new SimilarityMatrix(rest);
    }

    private static double[] direction(float[] vector) {
        double squares = 0;
        for (float component : vector) {
            squares += (double) component * component;
        }
        if (!(squares > 0) || !Double.isFinite(squares)) {
            throw new IllegalArgumentException("vectors: one has no direction");
        }
        double[] direction = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            direction[i] = vector[i] / Math.sqrt(squares);
        }
        return direction;
    }

    private static double dot(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalArgumentException("vectors: lengths " + a.length + " and " + b.length + " differ");
        }
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
