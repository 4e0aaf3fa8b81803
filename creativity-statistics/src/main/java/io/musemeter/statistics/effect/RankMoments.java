package io.musemeter.statistics.effect;

/** Second moments of the centred midranks of cells and values. */
record RankMoments(double rowVariance, double columnVariance, double covariance) {

    static RankMoments of(RankTable table) {
        double[] u = table.rowScores();
        double[] v = table.columnScores();
        double uu = 0;
        double vv = 0;
        double uv = 0;
        for (int j = 0; j < u.length; j++) {
            uu += table.row(j) * u[j] * u[j];
            double rowSum = 0;
            for (int c = 0; c < v.length; c++) {
                rowSum += table.count(j, c) * v[c];
            }
            uv += u[j] * rowSum;
        }
        for (int c = 0; c < v.length; c++) {
            vv += table.column(c) * v[c] * v[c];
        }
        double n = table.total();
        return new RankMoments(uu / n, vv / n, uv / n);
    }

    double correlation() {
        return Math.max(-1, Math.min(1, covariance / Math.sqrt(rowVariance * columnVariance)));
    }
}
