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
            @ForAll("outcomes") List<Tuple2<Temperature, CellOutcome>> outcomes, @ForAll Random random) {
        List<Tuple2<Temperature, CellOutcome>> shuffled = new ArrayList<>(outcomes);
        Collections.shuffle(shuffled, random);

        assertThat(gather(shuffled).encode()).isEqualTo(gather(outcomes).encode());
    }

    @Property(tries = 300)
    void anySplitGivesTheSameBits(
            @ForAll("outcomes") List<Tuple2<Temperature, CellOutcome>> outcomes, @ForAll Random random) {
        List<SeriesCells> parts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            parts.add(empty());
        }
        outcomes.forEach(outcome -> parts.get(random.nextInt(4)).add(outcome.get1(), outcome.get2()));
        Collections.shuffle(parts, random);

        SeriesCells merged = empty();
        parts.forEach(merged::merge);

        assertThat(merged.encode()).isEqualTo(gather(outcomes).encode());
    }

    @Property(tries = 200)
    void mergingIsAssociative(
            @ForAll("outcomes") List<Tuple2<Temperature, CellOutcome>> a,
            @ForAll("outcomes") List<Tuple2<Temperature, CellOutcome>> b,
            @ForAll("outcomes") List<Tuple2<Temperature, CellOutcome>> c) {
        SeriesCells left = gather(a);
        left.merge(gather(b));
        left.merge(gather(c));
        SeriesCells tail = gather(b);
        tail.merge(gather(c));
        SeriesCells right = gather(a);
        right.merge(tail);

        assertThat(left.encode()).isEqualTo(right.encode());
    }

    @Property(tries = 200)
    void mergingLeavesThePartAlone(
            @ForAll("outcomes") List<Tuple2<Temperature, CellOutcome>> a,
            @ForAll("outcomes") List<Tuple2<Temperature, CellOutcome>> b) {
        SeriesCells part = gather(b);
        byte[] before = part.encode();

        gather(a).merge(part);

        assertThat(part.encode()).isEqualTo(before);
    }

    @Property(tries = 300)
    void encodingSurvivesARoundTrip(@ForAll("outcomes") List<Tuple2<Temperature, CellOutcome>> outcomes) {
        byte[] bytes = gather(outcomes).encode();

        SeriesCells decoded = SeriesCells.decode(bytes);

        assertThat(decoded.encode()).isEqualTo(bytes);
        decoded.merge(empty());
        assertThat(decoded.encode()).isEqualTo(bytes);
    }

    @Property(tries = 200)
    void supersedingIsAsIfTheScoreHadComeAtOnce(
            @ForAll("outcomes") List<Tuple2<Temperature, CellOutcome>> outcomes,
            @ForAll("temperatures") Temperature temperature,
            @ForAll("scores") CellOutcome.Scored score) {
        CellOutcome.Unscored failure = new CellOutcome.Unscored(CellOutcome.Reason.FAILED, score.truncated());
        SeriesCells direct = gather(outcomes);
        direct.add(temperature, score);
        SeriesCells superseded = gather(outcomes);
        superseded.add(temperature, failure);

        superseded.supersede(temperature, failure, score);

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

    private static SeriesCells gather(List<Tuple2<Temperature, CellOutcome>> outcomes) {
        SeriesCells cells = empty();
        outcomes.forEach(outcome -> cells.add(outcome.get1(), outcome.get2()));
        return cells;
    }

    private static SeriesCells empty() {
        return new SeriesCells(new MetricScale.Linear(0, 1, 3, 16), LIMIT);
    }
}
