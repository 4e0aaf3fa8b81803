package io.musemeter.statistics.cell;

/**
 * How a metric's values are put on a fixed-point grid and, once there are too many distinct ones, in bins. A value is rounded
 * once, on entry; everything after that is integer arithmetic.
 */
public sealed interface MetricScale permits MetricScale.Linear, MetricScale.Logarithmic {

    /** Largest magnitude on the grid: integers that a double holds exactly, and whose fourth power summed 1e9 times fits 256 bits. */
    long GRID_LIMIT = (1L << 53) - 1;

    /** Most bins that a scale may declare. */
    int MOST_BINS = 512;

    /** Bins of a scale that does not say otherwise. */
    int DEFAULT_BINS = 128;

    /** Lower end of the declared range. */
    double low();

    /** Upper end of the declared range. */
    double high();

    /** Decimals of the grid. */
    int decimals();

    /** Bins between low and high; an underflow and an overflow bin come on top. */
    int bins();

    /** Bin of a grid value: 0 is underflow, {@code bins() + 1} overflow. */
    int binOf(long grid);

    /** Lower edge of bin {@code index} in 1..bins() + 1, in the metric's unit. */
    double lowerEdge(int index);

    /**
     * The same grid with another number of bins.
     *
     * @throws IllegalArgumentException when it is outside 2..512
     */
    MetricScale withBins(int number);

    /** Whether effects are estimated on the logarithm of the value. */
    boolean logarithmic();

    /** A metric on [0, 1], six decimals. */
    static MetricScale unitInterval() {
        return linear(0, 1, 6);
    }

    /** A metric on a finite range. */
    static MetricScale linear(double low, double high, int decimals) {
        return new Linear(low, high, decimals, DEFAULT_BINS);
    }

    /** A skewed positive metric such as perplexity, on [1, 1e6], six decimals. */
    static MetricScale perplexity() {
        return new Logarithmic(1, 1e6, 6, DEFAULT_BINS);
    }

    /**
     * The grid value nearest to a measured value.
     *
     * @throws IllegalArgumentException when the value is not finite, too large for the grid, or not positive on a logarithmic scale
     */
    default long toGrid(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value: " + value + " is not a finite number");
        }
        double scaled = Math.rint(value * DecimalGrid.unit(decimals()));
        if (Math.abs(scaled) > GRID_LIMIT) {
            throw new IllegalArgumentException(
                    "value: " + value + " is too large for a grid of " + decimals() + " decimals");
        }
        if (logarithmic() && scaled <= 0) {
            throw new IllegalArgumentException("value: " + value + " is not positive, and the scale is logarithmic");
        }
        return (long) scaled;
    }

    /** The number that a grid value stands for. */
    default double fromGrid(long grid) {
        return grid / DecimalGrid.unit(decimals());
    }

    /**
     * A finite range in equal bins.
     *
     * @param low lower end
     * @param high upper end, above low
     * @param decimals decimals of the grid, 0 to 12
     * @param bins number of bins, 2 to 512
     */
    record Linear(double low, double high, int decimals, int bins) implements MetricScale {
        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException naming the component that is wrong
         */
        public Linear {
            DecimalGrid.check(low, high, decimals, bins);
        }

        @Override
        public int binOf(long grid) {
            long from = DecimalGrid.round(low, decimals);
            long to = DecimalGrid.round(high, decimals);
            if (grid < from) {
                return 0;
            }
            if (grid >= to) {
                return grid == to ? bins : bins + 1;
            }
            return 1 + (int) ((grid - from) * bins / (to - from));
        }

        @Override
        public double lowerEdge(int index) {
            return low + (high - low) * (index - 1) / bins;
        }

        @Override
        public Linear withBins(int number) {
            return new Linear(low, high, decimals, number);
        }

        @Override
        public boolean logarithmic() {
            return false;
        }
    }

    /**
     * A positive range in bins of equal ratio.
     *
     * @param low lower end, above 0
     * @param high upper end, above low
     * @param decimals decimals of the grid, 0 to 12
     * @param bins number of bins, 2 to 512
     */
    record Logarithmic(double low, double high, int decimals, int bins) implements MetricScale {
        /**
         * Checks the range.
         *
         * @throws IllegalArgumentException naming the component that is wrong
         */
        public Logarithmic {
            DecimalGrid.check(low, high, decimals, bins);
            if (DecimalGrid.round(low, decimals) <= 0) {
                throw new IllegalArgumentException("low: " + low + " is not positive, and the scale is logarithmic");
            }
        }

        @Override
        public int binOf(long grid) {
            long from = DecimalGrid.round(low, decimals);
            long to = DecimalGrid.round(high, decimals);
            if (grid < from) {
                return 0;
            }
            if (grid >= to) {
                return grid == to ? bins : bins + 1;
            }
            double position = StrictMath.log((double) grid / from) / StrictMath.log((double) to / from);
            return 1 + Math.min(bins - 1, (int) (position * bins));
        }

        @Override
        public double lowerEdge(int index) {
            return low * StrictMath.pow(high / low, (index - 1) / (double) bins);
        }

        @Override
        public Logarithmic withBins(int number) {
            return new Logarithmic(low, high, decimals, number);
        }

        @Override
        public boolean logarithmic() {
            return true;
        }
    }
}
