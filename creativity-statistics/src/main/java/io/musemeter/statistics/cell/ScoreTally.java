package io.musemeter.statistics.cell;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The scores of one kind of story, complete or truncated, at one temperature: power sums of the value and, on a logarithmic
 * scale, of its logarithm; sums with the temperature, which a bucket needs, and with the story's length; the number of distinct
 * texts; and the distribution.
 */
public final class ScoreTally {

    /** Decimals of the grid that natural logarithms are rounded to. */
    public static final int LOG_DECIMALS = 9;

    private final PowerSums values = new PowerSums();
    private final @Nullable PowerSums logs;
    private final DistinctTexts texts = new DistinctTexts();
    private final LengthSums lengths = new LengthSums();
    private final RatedStories rated = new RatedStories();
    private ValueCounts distribution = new ValueCounts();
    private @Nullable TemperatureSums bucket;

    ScoreTally(boolean logarithmic) {
        logs = logarithmic ? new PowerSums() : null;
    }

    /** Number of scores. */
    public long count() {
        return values.count();
    }

    /** Power sums of the grid values. */
    public PowerSums values() {
        return values;
    }

    /** Power sums of the natural logarithm on a grid of {@link #LOG_DECIMALS} decimals; null on a linear scale. */
    public @Nullable PowerSums logs() {
        return logs;
    }

    /** Distinct texts, counted up to five. */
    public int distinctTexts() {
        return texts.count();
    }

    RatedStories rated() {
        return rated;
    }

    DistinctTexts texts() {
        return texts;
    }

    /** Sums of the stories' lengths. */
    public LengthSums lengths() {
        return lengths;
    }

    /** How often each grid value, or each bin, occurs. */
    public ValueCounts distribution() {
        return distribution;
    }

    /** Sums with the temperature, present in a bucket of temperatures. */
    public @Nullable TemperatureSums bucketSums() {
        return bucket;
    }

    boolean add(long grid, double value, CellOutcome.Scored score, long distributionKey, Temperature temperature) {
        values.add(grid);
        texts.add(score.textHash());
        if (score.repeated()) {
            rated.add(score.textHash());
        }
        long log = 0;
        if (logs != null) {
            log = Math.round(StrictMath.log(value) * DecimalGrid.unit(LOG_DECIMALS));
            logs.add(log);
        }
        if (score.words() >= 0) {
            lengths.add(score.words(), logs == null ? grid : log);
        }
        if (bucket != null) {
            bucket.add(temperature.nanos(), grid, log);
        }
        return distribution.add(distributionKey, 1);
    }

    void merge(ScoreTally other) {
        values.merge(other.values);
        if (logs != null && other.logs != null) {
            logs.merge(other.logs);
        }
        if (bucket != null && other.bucket != null) {
            bucket.merge(other.bucket);
        }
        texts.merge(other.texts);
        lengths.merge(other.lengths);
        rated.merge(other.rated);
        distribution.merge(other.distribution);
    }

    /** Turns the sums of one temperature into those of a bucket, which loses nothing. */
    void toBucket(Temperature temperature) {
        TemperatureSums sums = new TemperatureSums();
        BigInteger logSum = logs == null ? BigInteger.ZERO : logs.sum(1);
        sums.addAll(temperature.nanos(), values.count(), values.sum(1), logSum);
        bucket = sums;
    }

    void collapse(MetricScale scale) {
        distribution = distribution.map(scale::binOf);
    }

    void write(ByteWriter out) {
        values.write(out);
        if (count() > 0) {
            if (logs != null) {
                logs.write(out);
            }
            if (bucket != null) {
                bucket.write(out);
            }
            texts.write(out);
            lengths.write(out, count());
            rated.write(out);
            distribution.write(out);
        }
    }

    void read(ByteReader in, boolean bucketed) {
        if (bucketed) {
            bucket = new TemperatureSums();
        }
        values.read(in);
        if (count() > 0) {
            if (logs != null) {
                logs.read(in);
            }
            if (bucket != null) {
                bucket.read(in);
            }
            texts.read(in);
            lengths.read(in, count());
            rated.read(in);
            distribution.read(in);
        }
    }
}
