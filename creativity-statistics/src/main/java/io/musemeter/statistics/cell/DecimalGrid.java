package io.musemeter.statistics.cell;

/** Powers of ten and the checks that both scales share. */
final class DecimalGrid {

    private static final int MOST_DECIMALS = 12;
    private static final double[] UNITS = units();

    private DecimalGrid() {}

    static double unit(int decimals) {
        return UNITS[decimals];
    }

    static long round(double value, int decimals) {
        return (long) Math.rint(value * UNITS[decimals]);
    }

    static void check(double low, double high, int decimals, int bins) {
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new IllegalArgumentException("decimals: " + decimals + " is outside 0.." + MOST_DECIMALS);
        }
        if (bins < 2 || bins > MetricScale.MOST_BINS) {
            throw new IllegalArgumentException("bins: " + bins + " is outside 2.." + MetricScale.MOST_BINS);
        }
        if (!Double.isFinite(low) || !Double.isFinite(high) || !(low < high)) {
            throw new IllegalArgumentException("low, high: [" + low + ", " + high + "] is no finite range");
        }
        // A span times the number of bins must stay below 2^63: bins are found in integer arithmetic.
        double widest = MetricScale.GRID_LIMIT / UNITS[decimals];
        if (Math.abs(low) > widest || Math.abs(high) > widest || high - low > widest) {
            throw new IllegalArgumentException(
                    "low, high: [" + low + ", " + high + "] is too wide for " + decimals + " decimals");
        }
        if (round(high, decimals) - round(low, decimals) < bins) {
            throw new IllegalArgumentException("bins: " + bins + " are more than the grid has values in the range");
        }
    }

    private static double[] units() {
        double[] units = new double[MOST_DECIMALS + 1];
        units[0] = 1;
        for (int i = 1; i < units.length; i++) {
            units[i] = units[i - 1] * 10;
        }
        return units;
    }
}
