package io.musemeter.statistics.effect;

/**
 * Concordant minus discordant pairs, and pairs untied in temperature and in value.
 *
 * @param surplus concordant minus discordant pairs
 * @param untiedInRow pairs that differ in temperature
 * @param untiedInColumn pairs that differ in value
 * @param net by cell and column: concordant minus discordant pairs that a score there takes part in
 */
record PairCounts(double surplus, double untiedInRow, double untiedInColumn, double[][] net) {

    static PairCounts of(RankTable table) {
        int width = table.width();
        double[] lower = new double[width];
        double[] higher = new double[width];
        for (int c = 0; c < width; c++) {
            higher[c] = table.column(c);
        }
        double[][] net = new double[table.height()][width];
        double twice = 0;
        for (int j = 0; j < net.length; j++) {
            for (int c = 0; c < width; c++) {
                higher[c] -= table.count(j, c);
            }
            twice += row(table, j, lower, higher, net[j]);
            for (int c = 0; c < width; c++) {
                lower[c] += table.count(j, c);
            }
        }
        double pairs = table.total() * (table.total() - 1) / 2;
        return new PairCounts(twice / 2, pairs - table.pairsTiedInRow(), pairs - table.pairsTiedInColumn(), net);
    }

    double tauB() {
        return Math.max(-1, Math.min(1, surplus / Math.sqrt(untiedInRow * untiedInColumn)));
    }

    double somersD() {
        return surplus / untiedInRow;
    }

    /** Fills a row: scores above at higher temperature and below at lower temperature agree, the others disagree. */
    private static double row(RankTable table, int j, double[] lower, double[] higher, double[] net) {
        double sum = 0;
        double excess = 0;
        for (int c = 0; c < net.length; c++) {
            excess += higher[c] - lower[c];
        }
        double below = 0;
        for (int c = 0; c < net.length; c++) {
            double here = higher[c] - lower[c];
            double above = excess - below - here;
            net[c] = above - below;
            sum += table.count(j, c) * net[c];
            below += here;
        }
        return sum;
    }
}
