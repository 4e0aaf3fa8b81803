package io.musemeter.statistics.cell;

/**
 * The 64 stated buckets that a series falls back to once it has seen more than 64 distinct temperatures: [0, 0.01], then up to
 * 2.4 in steps of 0.04 (the first one begins just above 0.01), then [2.4, 3), [3, 4) and [4, 5].
 */
public final class TemperatureBuckets {

    /** Number of buckets, and of distinct temperatures that a series keeps apart. */
    public static final int COUNT = 64;

    /** Temperatures up to this one are the exemplar's own arm. */
    public static final Temperature EXEMPLAR_ARM = Temperature.of(0.01);

    private static final long STEP = 40_000_000L;
    private static final long FINE_END = 60 * STEP;

    private TemperatureBuckets() {}

    /** The middle of a bucket named by its lower edge. */
    public static double middleOf(Temperature bucket) {
        long from = bucket.nanos();
        long to = from == 0
                ? EXEMPLAR_ARM.nanos()
                : from < STEP
                        ? STEP
                        : from < FINE_END
                                ? from + STEP
                                : from < 3 * Temperature.UNIT ? 3 * Temperature.UNIT : from + Temperature.UNIT;
        return (from + to) / 2.0 / Temperature.UNIT;
    }

    /** The lower edge of the bucket that holds a temperature, which names the bucket. */
    public static Temperature bucketOf(Temperature temperature) {
        long nanos = temperature.nanos();
        if (nanos <= EXEMPLAR_ARM.nanos()) {
            return new Temperature(0);
        }
        if (nanos < STEP) {
            return EXEMPLAR_ARM;
        }
        if (nanos < FINE_END) {
            return new Temperature(nanos / STEP * STEP);
        }
        if (nanos < 3 * Temperature.UNIT) {
            return new Temperature(FINE_END);
        }
        return new Temperature(nanos < 4 * Temperature.UNIT ? 3 * Temperature.UNIT : 4 * Temperature.UNIT);
    }
}
