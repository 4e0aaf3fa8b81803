package io.musemeter.statistics.cell;

import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The cells of one series in one pane of time: a mutable accumulator whose content, and whose encoding, depend only on the
 * multiset of outcomes added, not on their order or on how they were split before merging.
 *
 * <p>Two things give way when there is too much variety, both decided by the multiset alone. Beyond {@code exactLimit} distinct
 * pairs of temperature and value, values are counted in the bins of the scale. Beyond {@value TemperatureBuckets#COUNT} distinct
 * temperatures, temperatures are kept in stated buckets, and values in bins. The power sums stay exact throughout.
 *
 * <p>Not safe for use by several threads.
 */
public final class SeriesCells {

    /** Distinct pairs of temperature and value that a long-lived pane keeps apart. */
    public static final int DEFAULT_EXACT_LIMIT = 4_096;

    /** Distinct pairs that a short pane keeps apart, of which a series has many. */
    public static final int PANE_EXACT_LIMIT = 140;

    /** Bins of a short pane. */
    public static final int PANE_BINS = 64;

    /** Units in which the stories are counted that were not let in: millionths. */
    public static final long UNSEEN_UNIT = 1_000_000;

    private static final double LEAST_FRACTION = 1e-5;
    private static final int FORMAT = 3;
    private static final int BINNED = 1;
    private static final int BUCKETED = 2;

    private final MetricScale scale;
    private final int exactLimit;
    private NavigableMap<Temperature, TemperatureCell> cells = new TreeMap<>();
    private boolean binned;
    private boolean bucketed;
    private int distinctPairs;

    /**
     * No scores yet.
     *
     * @param scale grid and bins of the metric
     * @param exactLimit distinct pairs of temperature and value beyond which values are binned
     * @throws IllegalArgumentException when the limit is below 1
     */
    public SeriesCells(MetricScale scale, int exactLimit) {
        if (exactLimit < 1) {
            throw new IllegalArgumentException("exactLimit: " + exactLimit + " is below 1");
        }
        this.scale = scale;
        this.exactLimit = exactLimit;
    }

    /** No scores yet, with the limit of a long-lived pane. */
    public SeriesCells(MetricScale scale) {
        this(scale, DEFAULT_EXACT_LIMIT);
    }

    /** No scores yet, with the limit and the bins of a short pane. */
    public static SeriesCells pane(MetricScale scale) {
        return new SeriesCells(scale.withBins(PANE_BINS), PANE_EXACT_LIMIT);
    }

    /** No scores yet, and no value kept apart from the first: sums and bins alone. */
    public static SeriesCells compact(MetricScale scale) {
        return new SeriesCells(scale.withBins(PANE_BINS), 1);
    }

    /** Grid and bins of the metric. */
    public MetricScale scale() {
        return scale;
    }

    /** The cells by temperature, ascending; by lower edge of the bucket when temperatures are bucketed. */
    public Map<Temperature, TemperatureCell> cells() {
        return Collections.unmodifiableMap(cells);
    }

    /** Whether distributions count bins of the scale instead of grid values. */
    public boolean binnedValues() {
        return binned;
    }

    /** Whether cells are buckets of temperatures. */
    public boolean bucketedTemperatures() {
        return bucketed;
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return cells.isEmpty();
    }

    /**
     * Counts one outcome.
     *
     * @throws IllegalArgumentException when a value is not finite or does not fit the scale; nothing is changed then
     */
    public void add(Temperature temperature, CellOutcome outcome) {
        if (outcome instanceof CellOutcome.Scored score) {
            long grid = scale.toGrid(score.value());
            TemperatureCell cell = cellOf(temperature);
            if (cell.score(score, grid, scale.fromGrid(grid), binned ? scale.binOf(grid) : grid, temperature)) {
                distinctPairs++;
            }
            settle();
        } else if (outcome instanceof CellOutcome.Unscored unscored) {
            cellOf(temperature).unscored(unscored, 1);
            settle();
        }
    }

    /**
     * Counts the traffic that one story stands for beside itself, because only a share was let in.
     *
     * @param temperature of the story
     * @param fraction the share let in, in (0, 1]; below {@code 1e-5} it is taken for that
     */
    public void standFor(Temperature temperature, double fraction) {
        double others = 1 / Math.max(fraction, LEAST_FRACTION) - 1;
        if (others > 0) {
            cellOf(temperature).standFor((long) Math.rint(others * UNSEEN_UNIT));
            settle();
        }
    }

    /**
     * Replaces an outcome without a value, counted before at this temperature, by a later one.
     *
     * @throws IllegalArgumentException when the value does not fit the scale; nothing is changed then
     * @throws IllegalStateException when no such outcome was counted
     */
    public void supersede(Temperature temperature, CellOutcome.Unscored earlier, CellOutcome later) {
        if (later instanceof CellOutcome.Scored score) {
            scale.toGrid(score.value());
        }
        if (!holds(temperature, earlier)) {
            throw new IllegalStateException("no " + earlier.reason() + " was counted at temperature " + temperature);
        }
        cellOf(temperature).unscored(earlier, -1);
        add(temperature, later);
    }

    /** Whether an outcome of this kind was counted at this temperature. */
    public boolean holds(Temperature temperature, CellOutcome.Unscored outcome) {
        TemperatureCell cell = cells.get(keyOf(temperature));
        return cell != null && cell.counted(outcome);
    }

    /**
     * Adds all that another accumulator holds, under this one's limit.
     *
     * @throws IllegalArgumentException when the scales differ
     */
    public void merge(SeriesCells other) {
        if (!scale.equals(other.scale)) {
            throw new IllegalArgumentException("scale: " + other.scale + " cannot be merged into " + scale);
        }
        SeriesCells part =
                other == this || (binned && !other.binned) || (bucketed && !other.bucketed) ? other.copy() : other;
        if (part.bucketed) {
            bucket();
        }
        if (bucketed) {
            part.bucket();
        }
        if (part.binned) {
            bin();
        }
        if (binned) {
            part.bin();
        }
        part.cells.forEach((temperature, cell) ->
                cells.computeIfAbsent(temperature, t -> emptyCell(bucketed)).merge(cell));
        recount();
        settle();
    }

    /** A copy with temperatures in buckets, however few there are. */
    public SeriesCells inBuckets() {
        SeriesCells copy = copy();
        copy.bucket();
        return copy;
    }

    /** An independent copy. */
    public SeriesCells copy() {
        return decode(encode());
    }

    /** A compact encoding that begins with a format byte and is the same for the same multiset of outcomes. */
    public byte[] encode() {
        ByteWriter out = new ByteWriter();
        out.octet(FORMAT);
        ScaleCodec.write(scale, out);
        out.unsigned(exactLimit);
        out.octet((binned ? BINNED : 0) | (bucketed ? BUCKETED : 0));
        out.unsigned(cells.size());
        cells.forEach((temperature, cell) -> {
            out.unsigned(temperature.nanos());
            cell.write(out);
        });
        return out.toBytes();
    }

    /**
     * Reads an encoding back.
     *
     * @throws IllegalArgumentException when the bytes are no such encoding
     */
    public static SeriesCells decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int format = in.octet();
        if (format != FORMAT) {
            throw new IllegalArgumentException("cells: format " + format + " is unknown, " + FORMAT + " is expected");
        }
        SeriesCells series = new SeriesCells(ScaleCodec.read(in), in.positiveInt());
        int flags = in.octet();
        series.binned = (flags & BINNED) != 0;
        series.bucketed = (flags & BUCKETED) != 0;
        int count = in.length();
        for (int i = 0; i < count; i++) {
            TemperatureCell cell = series.emptyCell(false);
            Temperature temperature = new Temperature(in.unsigned());
            cell.read(in, series.bucketed);
            series.cells.put(temperature, cell);
        }
        in.end();
        series.recount();
        return series;
    }

    private TemperatureCell cellOf(Temperature temperature) {
        return cells.computeIfAbsent(keyOf(temperature), t -> emptyCell(bucketed));
    }

    private Temperature keyOf(Temperature temperature) {
        return bucketed ? TemperatureBuckets.bucketOf(temperature) : temperature;
    }

    private TemperatureCell emptyCell(boolean asBucket) {
        TemperatureCell cell = new TemperatureCell(scale.logarithmic());
        if (asBucket) {
            cell.toBucket(new Temperature(0));
        }
        return cell;
    }

    private void settle() {
        if (!bucketed && cells.size() > TemperatureBuckets.COUNT) {
            bucket();
        }
        if (!binned && distinctPairs > exactLimit) {
            bin();
        }
    }

    private void bin() {
        if (!binned) {
            binned = true;
            cells.values().forEach(cell -> cell.collapse(scale));
            recount();
        }
    }

    /** Buckets imply bins: whether pairs exceed the limit must not depend on which of the two happened first. */
    private void bucket() {
        if (!bucketed) {
            bin();
            bucketed = true;
            NavigableMap<Temperature, TemperatureCell> buckets = new TreeMap<>();
            cells.forEach((temperature, cell) -> {
                cell.toBucket(temperature);
                buckets.merge(TemperatureBuckets.bucketOf(temperature), cell, (into, from) -> {
                    into.merge(from);
                    return into;
                });
            });
            cells = buckets;
            recount();
        }
    }

    private void recount() {
        distinctPairs = cells.values().stream()
                .mapToInt(TemperatureCell::distinctValues)
                .sum();
    }
}
