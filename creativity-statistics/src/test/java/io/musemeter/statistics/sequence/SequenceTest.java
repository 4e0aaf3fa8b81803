package io.musemeter.statistics.sequence;

import static io.musemeter.statistics.Fixtures.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Curves;
import io.musemeter.statistics.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceTest {

    private static final double[] DRAWS = {0.2, 0.9, 0.4, 0.5, 0.55, 0.1, 0.8, 0.45, 0.6, 0.3};

    @Test
    void theEmpiricalBernsteinSequenceIsThatOfThePaper() {
        EmpiricalBernstein sequence = EmpiricalBernstein.start(0, 1, 0.05);
        for (int i = 0; i < 200; i++) {
            sequence = sequence.next(DRAWS[i % DRAWS.length]);
        }

        ConfidenceInterval interval = sequence.interval().value().orElseThrow();
        assertThat(interval.low()).isCloseTo(figure("bernstein.low"), within(1e-12));
        assertThat(interval.high()).isCloseTo(figure("bernstein.high"), within(1e-12));
        assertThat(interval.guarantee()).isEqualTo(ConfidenceInterval.Guarantee.NON_ASYMPTOTIC);
    }

    @Test
    void theIntervalNeverWidens() {
        EmpiricalBernstein sequence = EmpiricalBernstein.start(-1, 1, 0.05);
        double width = 2;
        for (int i = 0; i < 500; i++) {
            sequence = sequence.next(DRAWS[i % DRAWS.length] - 0.5);
            ConfidenceInterval interval = sequence.interval().value().orElseThrow();
            assertThat(interval.high() - interval.low()).isLessThanOrEqualTo(width);
            width = interval.high() - interval.low();
        }
        assertThat(sequence.contradicted()).isFalse();
    }

    @Test
    void beforeTheFirstObservationNothingIsRuledOut() {
        ConfidenceInterval interval =
                EmpiricalBernstein.start(-2, 2, 0.05).interval().value().orElseThrow();

        assertThat(interval.low()).isEqualTo(-2);
        assertThat(interval.high()).isEqualTo(2);
    }

    @Test
    void aMeanThatMovedLeavesNoInterval() {
        EmpiricalBernstein sequence = EmpiricalBernstein.start(0, 1, 0.05);
        for (int i = 0; i < 2_000; i++) {
            sequence = sequence.next(i < 1_000 ? 0.1 : 0.9);
        }

        assertThat(sequence.contradicted()).isTrue();
        assertThat(sequence.interval()).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void aBlocksSlopeIsItsLeastSquaresSlope() {
        RandomisedBlocks blocks = new RandomisedBlocks(List.of(0.5, 1.0, 2.0), 0, 1);

        // Least squares through (0.5, 0.2), (1, 0.3), (2, 0.9), by hand: 0.5667 / 1.1667.
        assertThat(blocks.slope(new double[] {0.2, 0.3, 0.9})).isCloseTo(0.4857142857, within(1e-9));
        assertThat(blocks.slope(new double[] {1, 1, 1})).isCloseTo(0, within(1e-12));
    }

    @Test
    void theSteepestBlockStillFitsTheSequence() {
        RandomisedBlocks blocks = new RandomisedBlocks(List.of(0.334, 0.667, 1.0, 1.334, 1.667, 2.0), 0, 1);

        ConfidenceInterval interval = blocks.sequence(0.05)
                .next(blocks.slope(new double[] {0, 0, 0, 1, 1, 1}))
                .interval()
                .value()
                .orElseThrow();

        assertThat(interval.observations()).isEqualTo(1);
    }

    @Test
    void unusableInputIsRefusedByName() {
        RandomisedBlocks blocks = new RandomisedBlocks(List.of(0.5, 1.0), 0, 1);

        assertThatThrownBy(() -> blocks.slope(new double[] {0.5})).hasMessageStartingWith("values: ");
        assertThatThrownBy(() -> blocks.slope(new double[] {0.5, Double.NaN})).hasMessageStartingWith("values: ");
        assertThatThrownBy(() -> new RandomisedBlocks(List.of(1.0, 1.0), 0, 1))
                .hasMessageStartingWith("temperatures: ");
        assertThatThrownBy(() -> EmpiricalBernstein.start(0, 1, 0.05).next(Double.NaN))
                .hasMessageStartingWith("observation: ");
        assertThatThrownBy(() -> EmpiricalBernstein.start(1, 1, 0.05)).hasMessageStartingWith("low, high: ");
        assertThatThrownBy(() -> EmpiricalBernstein.start(0, 1, 0)).hasMessageStartingWith("alpha: ");
    }

    @Test
    void theAsymptoticSequenceIsWiderThanAPointwiseIntervalAndTightestWhereItWasTold() {
        double pointwise = 1.959964 * 0.1;
        ConfidenceInterval tuned = at(500, 500, 500);
        ConfidenceInterval early = at(500, 500, 50);
        ConfidenceInterval late = at(500, 500, 5_000);

        double width = tuned.high() - tuned.estimate();
        assertThat(width).isBetween(pointwise, 2 * pointwise);
        assertThat(width).isLessThan(early.high() - early.estimate()).isLessThan(late.high() - late.estimate());
    }

    @ParameterizedTest
    @CsvSource({"20,50", "20,500", "500,50", "500,500", "4000,50", "4000,500"})
    void theAsymptoticSequenceEndsWhereTheMixtureReachesItsBound(int n, int tightestAt) {
        assertThat(AsymptoticSequence.reach(n, 2, 0.05, tightestAt))
                .isCloseTo(Curves.figure("asymptotic." + n + "." + tightestAt), within(1e-8));
    }

    @Test
    void theAsymptoticSequenceCountsStoriesAsItsErrorDoes() {
        // The same error from 100 stories is the same interval, however often each was rated.
        assertThat(at(600, 100, 500).low()).isEqualTo(at(100, 100, 500).low());
        assertThat(at(600, 100, 500).observations()).isEqualTo(600);
    }

    @Test
    void theAsymptoticSequenceBeginsWhereItWasMeasured() {
        Estimate estimate = new Estimate(0.3, 0.1, 0.5, 0.003, 0.1, 100, 60);

        assertThat(AsymptoticSequence.at(estimate, 29, 0.05, 500)).isInstanceOf(Answer.Unknown.class);
        assertThat(AsymptoticSequence.at(estimate, 30, 0.05, 500)).isInstanceOf(Answer.Known.class);
    }

    private static ConfidenceInterval at(long n, long stories, long tightestAt) {
        return AsymptoticSequence.at(new Estimate(0.3, 0.1, 0.5, 0.003, 0.1, 100, n), stories, 0.05, tightestAt)
                .value()
                .orElseThrow();
    }
}
