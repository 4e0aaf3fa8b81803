package io.musemeter.statistics.sequence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Curves;
import io.musemeter.statistics.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceTest {

    @Test
    void unusableInputIsRefusedByName() {
        Estimate estimate = new Estimate(0.3, 0.1, 0.5, 0.003, 0.1, 100, 60);

        assertThatThrownBy(() -> AsymptoticSequence.at(estimate, 60, 0, 500)).hasMessageStartingWith("alpha: ");
        assertThatThrownBy(() -> AsymptoticSequence.at(estimate, 60, 0.05, 0)).hasMessageStartingWith("tightestAt: ");
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
