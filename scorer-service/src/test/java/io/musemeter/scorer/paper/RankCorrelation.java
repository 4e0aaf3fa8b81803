package io.musemeter.scorer.paper;

import java.util.Arrays;

/**
 * Spearman's rho with its 95 % interval by Bonett and Wright (2000): normal on Fisher's z, with standard error
 * sqrt((1 + rho² / 2) / (n - 3)).
 *
 * @param rho in [-1, 1]
 * @param low lower end of the interval
 * @param high upper end
 * @param n number of pairs
 */
record RankCorrelation(double rho, double low, double high, int n) {
    private static final double NORMAL_975 = 1.959963984540054;

    static RankCorrelation of(double[] x, double[] y) {
        double rho = pearson(ranks(x), ranks(y));
        double reach = NORMAL_975 * Math.sqrt((1 + rho * rho / 2) / (x.length - 3));
        double z = 0.5 * Math.log((1 + rho) / (1 - rho));
        return new RankCorrelation(rho, Math.tanh(z - reach), Math.tanh(z + reach), x.length);
    }

    private static double[] ranks(double[] values) {
        return Arrays.stream(values)
                .map(value -> Arrays.stream(values)
                                .filter(other -> other < value)
                                .count()
                        + (Arrays.stream(values).filter(other -> other == value).count() + 1) / 2.0)
                .toArray();
    }

    private static double pearson(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xy += (x[i] - meanX) * (y[i] - meanY);
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        return xy / Math.sqrt(xx * yy);
    }
}
