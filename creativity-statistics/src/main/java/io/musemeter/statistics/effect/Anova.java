package io.musemeter.statistics.effect;

/** Sums of squares between and within temperatures. */
record Anova(double between, double within, long betweenFreedom, long withinFreedom) {

    static Anova of(TemperatureSample sample) {
        double mean = sample.effectTotals().mean() / sample.effectUnit();
        double between = 0;
        double within = 0;
        for (CellMoments cell : sample.cells()) {
            between += cell.n() * Slope.square(cell.mean() - mean);
            within += cell.variance() * (cell.n() - 1);
        }
        int k = sample.cells().size();
        return new Anova(between, within, k - 1L, sample.n() - k);
    }
}
