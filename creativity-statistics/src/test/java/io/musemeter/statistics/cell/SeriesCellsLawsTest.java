package io.musemeter.statistics.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** The same outcomes give the same bits: in any order, in any split, below and beyond every limit. */
class SeriesCellsLawsTest {

    private static final int LIMIT = 12;

    @Property(tries = 300)
    void anyOrderGivesTheSameBits(
            @ForAll("scales") MetricScale scale,
            @ForAll("outcomes") List<Tuple2<Temperature, CellOutcome>> outcomes,
            @ForAll Random random) {
        List<Tuple2<Temperature, CellOutcome>> shuffled = new ArrayList<>(outcomes);
        Collections.shuffle(shuffled, random);

        assertThat(gather(scale, shuffled).encode())
                .isEqualTo(gather(scale, outcomes).encode());
    }

    @Property(tries = 300)
    void anySplitGivesTheSameBits(
            @ForAll("scales") MetricScale scale,
            @ForAll("outcomes") List<Tuple2<Temperature, CellOutcome>> outcomes,
            @ForAll Random random) {
        List<SeriesCells> parts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            parts.add(empty(scale));
        }
        outcomes.forEach(outcome -> count(parts.get(random.nextInt(4)), outcome));
        Collections.shuffle(parts, random);

        SeriesCells merged = empty(scale);
        parts.forEach(merged::merge);

        assertThat(merged.encode()).isEqualTo(gather(scale, outcomes).encode());
    }

    @Property(tries = 200)
    void mergingIsAssociative(
            @ForAll("scales") MetricScale scale,
            @ForAll("outcomes") List<Tuple2<Temperature, CellOutcome>> a,
            @ForAll("outcomes") List<Tuple2<Temperature, CellOutcome>> b,
            @ForAll("outcomes") List<Tuple2<Temperature, CellOutcome>> c) {
        SeriesCells left = gather(scale, a);
        left.merge(gather(scale, b));
        left.merge(gather(scale, c));
        SeriesCells tail = gather(scale, b);
        tail.merge(gather(scale, c));
        SeriesCells right = gather(scale, a);
        right.merge(tail);

        assertThat(left.encode()).isEqualTo(right.encode());
    }

    @Property(tries = 200)
    void mergingLeavesThePartAlone(
            @ForAll("scales") MetricScale scale,
            @ForAll("outcomes") List<Tuple2<Temperature, CellOutcome>> a,
            @ForAll("outcomes") List<Tuple2<Temperature, CellOutcome>> b) {
        SeriesCells part = gather(scale, b);
        byte[] before = part.encode();

        gather(scale, a).merge(part);

        assertThat(part.encode()).isEqualTo(before);
    }

    @Property(tries = 300)
    void encodingSurvivesARoundTrip(
            @ForAll("scales") MetricScale scale, @ForAll("outcomes") List<Tuple2<Temperature, CellOutcome>> outcomes) {
        byte[] bytes = gather(scale, outcomes).encode();

        SeriesCells decoded = SeriesCells.decode(bytes);

        assertThat(decoded.encode()).isEqualTo(bytes);
        decoded.merge(empty(scale));
        assertThat(decoded.encode()).isEqualTo(bytes);
    }

    @Property(tries = 200)
    void supersedingIsAsIfTheScoreHadComeAtOnce(
            @ForAll("scales") MetricScale scale,
            @ForAll("outcomes") List<Tuple2<Temperature, CellOutcome>> outcomes,
            @ForAll("temperatures") Temperature temperature,
            @ForAll("scores") CellOutcome.Scored score) {
        CellOutcome.Unscored failure = new CellOutcome.Unscored(CellOutcome.Reason.FAILED, score.truncated());
        SeriesCells direct = gather(scale, outcomes);
        direct.add(temperature, on(scale, score));
        SeriesCells superseded = gather(scale, outcomes);
        superseded.add(temperature, failure);

        superseded.supersede(temperature, failure, on(scale, score));

        assertThat(superseded.encode()).isEqualTo(direct.encode());
    }

    @Provide
    Arbitrary<List<Tuple2<Temperature, CellOutcome>>> outcomes() {
        Arbitrary<Tuple2<Temperature, CellOutcome>> one =
                Combinators.combine(temperatures(), outcome()).as(Tuple::of);
        // Small lists stay exact, large ones go beyond the limits on values and on temperatures.
        return Arbitraries.oneOf(one.list().ofMaxSize(8), one.list().ofMaxSize(200));
    }

    @Provide
    Arbitrary<Temperature> temperatures() {
        return Arbitraries.oneOf(
                Arbitraries.of("0", "0.001", "0.334", "1", "2").map(Temperature::parse),
                Arbitraries.doubles().between(0, 5).map(Temperature::of));
    }

    @Provide
    Arbitrary<CellOutcome.Scored> scores() {
        return Combinators.combine(
                        Arbitraries.doubles().between(-0.5, 1.5).ofScale(3),
                        Arbitraries.longs(),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(CellOutcome.Scored.LENGTH_UNKNOWN, 1_000_000),
                        Arbitraries.of(true, false))
                .as(CellOutcome.Scored::new);
    }

    private Arbitrary<CellOutcome> outcome() {
        Arbitrary<CellOutcome> unscored = Combinators.combine(
                        Arbitraries.of(CellOutcome.Reason.values()), Arbitraries.of(true, false))
                .as(CellOutcome.Unscored::new);
        return Arbitraries.frequencyOf(Tuple.of(4, scores().map(s -> (CellOutcome) s)), Tuple.of(1, unscored));
    }

    @Provide
    Arbitrary<MetricScale> scales() {
        return Arbitraries.of(new MetricScale.Linear(0, 1, 3, 16), MetricScale.perplexity());
    }

    private static SeriesCells gather(MetricScale scale, List<Tuple2<Temperature, CellOutcome>> outcomes) {
        SeriesCells cells = empty(scale);
        outcomes.forEach(outcome -> count(cells, outcome));
        return cells;
    }

    /** Adds an outcome, and for some the traffic that they stand for. */
    private static void count(SeriesCells cells, Tuple2<Temperature, CellOutcome> outcome) {
        if (outcome.get2() instanceof CellOutcome.Scored score) {
            cells.add(outcome.get1(), on(cells.scale(), score));
            cells.standFor(outcome.get1(), 1.0 / (1 + Math.abs(score.textHash() % 3)));
        } else {
            cells.add(outcome.get1(), outcome.get2());
        }
    }

    /** Values of a logarithmic scale are positive. */
    private static CellOutcome.Scored on(MetricScale scale, CellOutcome.Scored score) {
        return scale.logarithmic()
                ? new CellOutcome.Scored(
                        Math.exp(4 * score.value()),
                        score.textHash(),
                        score.truncated(),
                        score.words(),
                        score.repeated())
                : score;
    }

    private static SeriesCells empty(MetricScale scale) {
        return new SeriesCells(scale, LIMIT);
    }
}
