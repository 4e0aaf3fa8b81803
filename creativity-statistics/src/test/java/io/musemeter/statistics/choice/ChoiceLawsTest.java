package io.musemeter.statistics.choice;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.effect.CellMoments;
import io.musemeter.statistics.pooling.CurveComparison;
import io.musemeter.statistics.shape.LackOfFit;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is sure is never at odds with what is seen, and more stories of the same make it surer. */
class ChoiceLawsTest {

    private static final int TEMPERATURES = 5;

    @Property(tries = 300)
    void whatIsSurelyBeatenIsNotOnTheFront(@ForAll("means") List<Double> first, @ForAll("means") List<Double> second) {
        TestedFront front = TestedFront.of(cells(first, 40), Goal.HIGHEST, cells(second, 40), Goal.LOWEST, 0.95)
                .value()
                .orElseThrow();

        assertThat(front.points()).filteredOn(TestedFront.Point::surelyBeaten).noneMatch(TestedFront.Point::onFront);
        assertThat(front.points()).anyMatch(TestedFront.Point::onFront);
    }

    @Property(tries = 300)
    void theBestSetHoldsTheBestAndShrinksWithMoreStories(@ForAll("means") List<Double> means) {
        BestTemperature few = BestTemperature.of(cells(means, 10), 0.95).value().orElseThrow();
        BestTemperature many =
                BestTemperature.of(cells(means, 40), 0.95).value().orElseThrow();

        assertThat(few.candidates()).contains(few.best());
        assertThat(few.candidates()).containsAll(many.candidates());
    }

    @Property(tries = 200)
    void moreStoriesNarrowADifferenceAndSharpenATest(
            @ForAll("means") List<Double> old, @ForAll("means") List<Double> fresh) {
        Estimate few = average(old, fresh, 10);
        Estimate many = average(old, fresh, 40);

        assertThat(many.high() - many.low()).isLessThan(few.high() - few.low());
        assertThat(fit(old, 40)).isLessThanOrEqualTo(fit(old, 10) + 1e-12);
    }

    @Provide
    Arbitrary<List<Double>> means() {
        return Arbitraries.doubles().between(0.1, 0.9).list().ofSize(TEMPERATURES);
    }

    private static Estimate average(List<Double> old, List<Double> fresh, long n) {
        return new CurveComparison(cells(old, n), cells(fresh, n), 0.95)
                .average()
                .value()
                .orElseThrow();
    }

    private static double fit(List<Double> means, long n) {
        return LackOfFit.ofLine(cells(means, n)).value().orElseThrow().p();
    }

    private static List<CellMoments> cells(List<Double> means, long n) {
        return IntStream.range(0, TEMPERATURES)
                .mapToObj(j -> new CellMoments((j + 1) / 3.0, n, means.get(j), 0.01 * (j + 1), 0, 0, 5))
                .toList();
    }
}
