package io.musemeter.statistics.cell;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Scores of stories whose temperature was assigned at random with a known probability: exact sums with the weight, 1 over that
 * probability, so that content and encoding depend only on the multiset of scores. A weight is kept to six decimals and cut at
 * {@value #LARGEST_WEIGHT}. On a logarithmic scale values are natural logarithms.
 *
 * <p>Not safe for use by several threads.
 */
public final class AssignedScores {

    /** Weights are cut here: a story that had a chance below one in so many would outweigh all others. */
    public static final int LARGEST_WEIGHT = 100;

    /** Units in a weight of one. */
    public static final long WEIGHT_UNIT = 1_000_000;

    /** Most temperatures kept: designs have a handful. */
    public static final int MOST_TEMPERATURES = TemperatureBuckets.COUNT;

    private static final int FORMAT = 2;

    private final MetricScale scale;
    private final NavigableMap<Temperature, Arm> arms = new TreeMap<>();
    private boolean overflown;

    /**
     * No scores yet.
     *
     * @param scale grid of the metric
     */
    public AssignedScores(MetricScale scale) {
        this.scale = scale;
    }

    /** Grid of the metric. */
    public MetricScale scale() {
        return scale;
    }

    /** The sums by temperature, ascending; none where there were too many temperatures. */
    public Map<Temperature, Arm> arms() {
        return Collections.unmodifiableMap(arms);
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return arms.isEmpty() && !overflown;
    }

    /** Whether there were more than {@value #MOST_TEMPERATURES} temperatures, so that nothing is kept any more. */
    public boolean overflown() {
        return overflown;
    }

    /**
     * Counts the value of a story that has no other.
     *
     * @param temperature assigned
     * @param value measured
     * @param propensity probability with which the temperature was assigned, in (0, 1]
     * @throws IllegalArgumentException when the value does not fit the scale or the probability is outside (0, 1]
     */
    public void add(Temperature temperature, double value, double propensity) {
        add(temperature, new CellOutcome.Scored(value, 0, false), propensity);
    }

    /**
     * Counts a score, which may be one of several of its story.
     *
     * @param temperature assigned
     * @param score given
     * @param propensity probability with which the temperature was assigned, in (0, 1]
     * @throws IllegalArgumentException when the value does not fit the scale or the probability is outside (0, 1]
     */
    public void add(Temperature temperature, CellOutcome.Scored score, double propensity) {
        if (!(propensity > 0 && propensity <= 1)) {
            throw new IllegalArgumentException("propensity: " + propensity + " is outside (0, 1]");
        }
        long grid = scale.toGrid(score.value());
        long kept = scale.logarithmic()
                ? Math.round(StrictMath.log(scale.fromGrid(grid)) * DecimalGrid.unit(ScoreTally.LOG_DECIMALS))
                : grid;
        Arm arm = armOf(temperature);
        if (arm != null) {
            arm.add(kept, propensity);
            if (score.repeated()) {
                arm.rated.add(score.textHash());
            }
        }
    }

    /**
     * Counts stories without a value.
     *
     * @param temperature assigned
     * @param change 1 for one more, -1 for one that has a value after all
     */
    public void unscored(Temperature temperature, int change) {
        Arm arm = armOf(temperature);
        if (arm != null) {
            arm.unscored += change;
        }
    }

    /** Units in a value of one. */
    public double valueUnit() {
        return DecimalGrid.unit(scale.logarithmic() ? ScoreTally.LOG_DECIMALS : scale.decimals());
    }

    /** A compact encoding that begins with a format byte and is the same for the same multiset of scores. */
    public byte[] encode() {
        ByteWriter out = new ByteWriter();
        out.octet(FORMAT);
        ScaleCodec.write(scale, out);
        out.octet(overflown ? 1 : 0);
        out.unsigned(arms.size());
        arms.forEach((temperature, arm) -> {
            out.unsigned(temperature.nanos());
            arm.write(out);
        });
        return out.toBytes();
    }

    /**
     * Reads an encoding back.
     *
     * @throws IllegalArgumentException when the bytes are no such encoding
     */
    public static AssignedScores decode(byte[] bytes) {
        ByteReader in = new ByteReader(bytes);
        int format = in.octet();
        if (format != FORMAT) {
            throw new IllegalArgumentException(
                    "assigned: format " + format + " is unknown, " + FORMAT + " is expected");
        }
        AssignedScores scores = new AssignedScores(ScaleCodec.read(in));
        scores.overflown = in.octet() == 1;
        int count = in.length();
        for (int i = 0; i < count; i++) {
            Temperature temperature = new Temperature(in.unsigned());
            Arm arm = new Arm();
            arm.read(in);
            scores.arms.put(temperature, arm);
        }
        in.end();
        return scores;
    }

    private @Nullable Arm armOf(Temperature temperature) {
        if (!overflown && !arms.containsKey(temperature) && arms.size() == MOST_TEMPERATURES) {
            overflown = true;
            arms.clear();
        }
        return overflown ? null : arms.computeIfAbsent(temperature, t -> new Arm());
    }

    /** One temperature. With w in {@link #WEIGHT_UNIT} and y in {@link AssignedScores#valueUnit}, all sums are exact. */
    public static final class Arm {

        private final WideSum weight = new WideSum(2);
        private final WideSum weightSquares = new WideSum(3);
        private final WideSum weightedValue = new WideSum(3);
        private final WideSum squareWeightedValue = new WideSum(4);
        private final WideSum squareWeightedSquare = new WideSum(4);
        private final RatedStories rated = new RatedStories();
        private long count;
        private long truncated;
        private long unscored;

        /** Scores. */
        public long count() {
            return count;
        }

        /** Different stories behind the scores: fewer where several people rated a story. */
        public long stories() {
            return count - rated.scores() + rated.stories();
        }

        /** Scores whose weight was cut. */
        public long truncated() {
            return truncated;
        }

        /** Stories without a value. */
        public long unscored() {
            return unscored;
        }

        /** Sum of w. */
        public BigInteger weight() {
            return weight.value();
        }

        /** Sum of w². */
        public BigInteger weightSquares() {
            return weightSquares.value();
        }

        /** Sum of w y. */
        public BigInteger weightedValue() {
            return weightedValue.value();
        }

        /** Sum of w² y. */
        public BigInteger squareWeightedValue() {
            return squareWeightedValue.value();
        }

        /** Sum of w² y². */
        public BigInteger squareWeightedSquare() {
            return squareWeightedSquare.value();
        }

        private void add(long value, double propensity) {
            boolean cut = propensity * LARGEST_WEIGHT < 1;
            long w = cut ? LARGEST_WEIGHT * WEIGHT_UNIT : Math.round(WEIGHT_UNIT / propensity);
            count++;
            truncated += cut ? 1 : 0;
            weight.add(w);
            weightSquares.addProduct(w, w);
            weightedValue.addProduct(w, value);
            squareWeightedValue.addProduct(w * w, value);
            BigInteger product = BigInteger.valueOf(w).multiply(BigInteger.valueOf(value));
            squareWeightedSquare.add(product.multiply(product));
        }

        private void write(ByteWriter out) {
            out.unsigned(count);
            out.unsigned(truncated);
            out.signed(unscored);
            weight.write(out);
            weightSquares.write(out);
            weightedValue.write(out);
            squareWeightedValue.write(out);
            squareWeightedSquare.write(out);
            rated.write(out);
        }

        private void read(ByteReader in) {
            count = in.unsigned();
            truncated = in.unsigned();
            unscored = in.signed();
            weight.read(in);
            weightSquares.read(in);
            weightedValue.read(in);
            squareWeightedValue.read(in);
            squareWeightedSquare.read(in);
            rated.read(in);
        }
    }
}
