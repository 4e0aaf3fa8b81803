package io.musemeter.statistics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.data.Offset;

class EffectLawsTest {

    private static final Offset<Double> CLOSE = within(1e-9);

    record Score(double temperature, double value) {}

    @Property(tries = 300)
    void turningTheMetricAroundTurnsTheEffectAround(@ForAll("scores") List<Score> scores) {
        TemperatureSample up = sample(scores, value -> value);
        TemperatureSample down = sample(scores, value -> 1 - value);

        opposite(Slope.of(up, 0.95), Slope.of(down, 0.95));
        opposite(Pearson.of(up, 0.95), Pearson.of(down, 0.95));
        opposite(Spearman.of(up, 0.95), Spearman.of(down, 0.95));
        opposite(Concordance.kendall(up, 0.95), Concordance.kendall(down, 0.95));
        opposite(Concordance.somers(up, 0.95), Concordance.somers(down, 0.95));
    }

    @Property(tries = 300)
    void aShiftChangesNothingAndAScaleOnlyTheSlope(@ForAll("scores") List<Score> scores) {
        TemperatureSample plain = sample(scores, value -> value);
        TemperatureSample moved = sample(scores, value -> 10 + 2 * value);

        same(Slope.of(plain, 0.95), Slope.of(moved, 0.95), 2);
        same(Pearson.of(plain, 0.95), Pearson.of(moved, 0.95), 1);
        same(Spearman.of(plain, 0.95), Spearman.of(moved, 0.95), 1);
        same(
                DesignStandardised.of(plain, DesignStandardised.DEFAULT_DESIGN, 0.95),
                DesignStandardised.of(moved, DesignStandardised.DEFAULT_DESIGN, 0.95),
                1);
    }

    @Property(tries = 300)
    void rankStatisticsSeeOnlyTheOrder(@ForAll("scores") List<Score> scores) {
        TemperatureSample plain = sample(scores, value -> value);
        TemperatureSample bent = sample(scores, value -> Math.rint(1e6 * value) * Math.rint(1e6 * value) * 1e-6);

        same(Spearman.of(plain, 0.95), Spearman.of(bent, 0.95), 1);
        same(Concordance.kendall(plain, 0.95), Concordance.kendall(bent, 0.95), 1);
    }

    @Property(tries = 300)
    void everyAnswerIsFiniteAndInsideItsInterval(@ForAll("scores") List<Score> scores) {
        TemperatureSample sample = sample(scores, value -> value);

        for (Answer<Estimate> answer : List.of(
                Slope.of(sample, 0.9),
                Pearson.of(sample, 0.9),
                Spearman.of(sample, 0.9),
                Concordance.kendall(sample, 0.9),
                Concordance.somers(sample, 0.9))) {
            answer.value().ifPresent(estimate -> {
                assertThat(estimate.estimate()).isBetween(estimate.low(), estimate.high());
                assertThat(estimate.p()).isBetween(0.0, 1.0);
                assertThat(estimate.n()).isEqualTo(sample.n());
            });
        }
    }

    @Property(tries = 200)
    void binningKeepsRhoWithinThePublishedBound(@ForAll("scores") List<Score> scores) {
        TemperatureSample exact = sample(scores, value -> value);
        SeriesCells coarse = new SeriesCells(new MetricScale.Linear(0, 1, 6, 8), 1);
        fill(coarse, scores, value -> value);
        TemperatureSample binned = TemperatureSample.of(coarse, Selection.everything());

        Spearman.bound(binned).value().ifPresent(bound -> {
            double rho = Spearman.pointEstimate(exact).value().orElseThrow();
            assertThat(rho).isBetween(bound.low() - 1e-9, bound.high() + 1e-9);
            double rhoBinned = Spearman.pointEstimate(binned).value().orElseThrow();
            double reach = Math.sqrt(1 - bound.k() * bound.k());
            assertThat(bound.low()).isGreaterThanOrEqualTo(bound.k() * rhoBinned - reach - 1e-9);
            assertThat(bound.high()).isLessThanOrEqualTo(bound.k() * rhoBinned + reach + 1e-9);
        });
    }

    @Provide
    Arbitrary<List<Score>> scores() {
        Arbitrary<Double> temperature = Arbitraries.of(0.334, 0.667, 1.0, 1.334, 2.0);
        Arbitrary<Double> value = Arbitraries.oneOf(
                Arbitraries.of(0.0, 0.25, 0.5, 1.0),
                Arbitraries.doubles().between(0, 1).ofScale(6));
        return Combinators.combine(temperature, value).as(Score::new).list().ofMaxSize(80);
    }

    private static TemperatureSample sample(List<Score> scores, DoubleUnaryOperator transform) {
        SeriesCells series = new SeriesCells(MetricScale.linear(-1e6, 1e6, 6));
        fill(series, scores, transform);
        return TemperatureSample.of(series, Selection.everything());
    }

    private static void fill(SeriesCells series, List<Score> scores, DoubleUnaryOperator transform) {
        for (int i = 0; i < scores.size(); i++) {
            Score score = scores.get(i);
            series.add(
                    Temperature.of(score.temperature()),
                    new CellOutcome.Scored(transform.applyAsDouble(score.value()), i, false));
        }
    }

    private static void opposite(Answer<Estimate> a, Answer<Estimate> b) {
        assertThat(a.value().isPresent()).isEqualTo(b.value().isPresent());
        if (a.value().isPresent() && b.value().isPresent()) {
            assertThat(a.value().get().estimate()).isCloseTo(-b.value().get().estimate(), CLOSE);
            assertThat(a.value().get().low()).isCloseTo(-b.value().get().high(), within(1e-6));
            assertThat(a.value().get().p()).isCloseTo(b.value().get().p(), within(1e-6));
        }
    }

    private static void same(Answer<Estimate> a, Answer<Estimate> b, double factor) {
        assertThat(a.value().isPresent()).isEqualTo(b.value().isPresent());
        if (a.value().isPresent() && b.value().isPresent()) {
            assertThat(factor * a.value().get().estimate())
                    .isCloseTo(b.value().get().estimate(), within(1e-7));
            assertThat(factor * a.value().get().low()).isCloseTo(b.value().get().low(), within(1e-5));
            assertThat(a.value().get().p()).isCloseTo(b.value().get().p(), within(1e-5));
        }
    }
}
