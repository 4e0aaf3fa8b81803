package io.musemeter.statistics.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
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

class AnalysisLawsTest {

    private static final List<MetricScale> SCALES =
            List.of(MetricScale.linear(0, 10, 6), MetricScale.perplexity(), new MetricScale.Linear(2, 4, 3, 4));

    @Property(tries = 150)
    void whateverCameInThereIsAVerdictInWords(@ForAll("outcomes") List<Tuple2<Temperature, CellOutcome>> outcomes) {
        for (MetricScale scale : SCALES) {
            for (int limit : new int[] {5, 4_096}) {
                Analysis analysis =
                        CorrelationAnalysis.analyse(gather(scale, limit, outcomes), AnalysisConfig.of("metric"));

                assertThat(analysis.alone().verdict().sentence())
                        .contains("metric")
                        .doesNotContain("NaN", "Infinity");
                assertThat(analysis.missingness().total()
                                + analysis.missingness().sampledOut())
                        .isEqualTo(outcomes.size());
                assertThat(analysis.cells()).allSatisfy(cell -> {
                    assertThat(cell.mean() == null).isEqualTo(cell.n() == 0);
                    assertThat(cell.quantiles()).isSortedAccordingTo((a, b) -> Double.compare(a.value(), b.value()));
                });
            }
        }
    }

    @Property(tries = 100)
    void theOrderOfArrivalChangesNoFigure(
            @ForAll("outcomes") List<Tuple2<Temperature, CellOutcome>> outcomes, @ForAll Random random) {
        List<Tuple2<Temperature, CellOutcome>> shuffled = new ArrayList<>(outcomes);
        Collections.shuffle(shuffled, random);
        AnalysisConfig config = AnalysisConfig.of("metric");

        Analysis one = CorrelationAnalysis.analyse(gather(SCALES.get(1), 20, outcomes), config);
        Analysis other = CorrelationAnalysis.analyse(gather(SCALES.get(1), 20, shuffled), config);

        assertThat(other).isEqualTo(one);
    }

    @Provide
    Arbitrary<List<Tuple2<Temperature, CellOutcome>>> outcomes() {
        Arbitrary<Temperature> temperature = Arbitraries.oneOf(
                Arbitraries.of("0", "0.001", "0.334", "1", "2").map(Temperature::parse),
                Arbitraries.doubles().between(0, 5).map(Temperature::of));
        Arbitrary<CellOutcome> scored = Combinators.combine(
                        Arbitraries.oneOf(
                                Arbitraries.of(1.0, 2.0, 3.0),
                                Arbitraries.doubles().between(0.001, 20).ofScale(3)),
                        Arbitraries.longs(),
                        Arbitraries.of(true, false, false))
                .as(CellOutcome.Scored::new);
        Arbitrary<CellOutcome> unscored = Combinators.combine(
                        Arbitraries.of(CellOutcome.Reason.values()), Arbitraries.of(true, false))
                .as(CellOutcome.Unscored::new);
        Arbitrary<CellOutcome> outcome = Arbitraries.frequencyOf(Tuple.of(6, scored), Tuple.of(1, unscored));
        return Combinators.combine(temperature, outcome).as(Tuple::of).list().ofMaxSize(120);
    }

    private static SeriesCells gather(MetricScale scale, int limit, List<Tuple2<Temperature, CellOutcome>> outcomes) {
        SeriesCells series = new SeriesCells(scale, limit);
        outcomes.forEach(outcome -> series.add(outcome.get1(), outcome.get2()));
        return series;
    }
}
