package io.musemeter.statistics.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.effect.Concordance;
import io.musemeter.statistics.effect.Selection;
import io.musemeter.statistics.effect.Slope;
import io.musemeter.statistics.effect.TemperatureSample;
import io.musemeter.statistics.sequence.BoundedSlope;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatedStoriesTest {

    private static final Temperature WARM = Temperature.of(1);

    @Test
    void storiesAreCountedOnceHoweverOftenRated() {
        SeriesCells series = new SeriesCells(MetricScale.linear(1, 5, 3));
        for (int i = 0; i < 60; i++) {
            series.add(WARM, new CellOutcome.Scored(3, i % 20, i % 20 < 5, 100, true));
        }
        series.add(WARM, new CellOutcome.Scored(3, 99, false));
        TemperatureCell cell = series.cells().get(WARM);

        assertThat(cell.scoredStories(false)).isEqualTo(16);
        assertThat(cell.scoredStories(true)).isEqualTo(21);
    }

    @ParameterizedTest
    @ValueSource(ints = {31, 100, 1_000, 20_000})
    void manyStoriesAreEstimated(int stories) {
        SeriesCells series = new SeriesCells(MetricScale.linear(1, 5, 3));
        for (int i = 0; i < 3 * stories; i++) {
            series.add(WARM, new CellOutcome.Scored(3, i % stories, false, 100, true));
        }

        double counted = series.cells().get(WARM).scoredStories(false);

        assertThat(counted / stories).isCloseTo(1, within(stories < 32 ? 0 : 3 * 0.18));
    }

    @Test
    void agreeingRatersMakeNoIntervalNarrower() {
        SeriesCells once = new SeriesCells(MetricScale.unitInterval());
        SeriesCells sixTimes = new SeriesCells(MetricScale.unitInterval());
        SplittableRandom random = new SplittableRandom(8);
        for (int story = 0; story < 120; story++) {
            Temperature temperature = Temperature.of(0.5 * (1 + story % 4));
            double value = random.nextDouble();
            once.add(temperature, new CellOutcome.Scored(value, story, false));
            for (int rater = 0; rater < 6; rater++) {
                sixTimes.add(temperature, new CellOutcome.Scored(value, story, false, 100, true));
            }
        }

        Estimate slope = Slope.of(sample(once), 0.95).value().orElseThrow();
        Estimate rated = Slope.of(sample(sixTimes), 0.95).value().orElseThrow();
        Estimate tau = Concordance.kendall(sample(once), 0.95).value().orElseThrow();
        Estimate ratedTau = Concordance.kendall(sample(sixTimes), 0.95).value().orElseThrow();

        assertThat(rated.estimate()).isCloseTo(slope.estimate(), within(1e-12));
        assertThat(rated.standardError() / slope.standardError()).isCloseTo(1, within(0.02));
        assertThat(rated.degreesOfFreedom()).isCloseTo(slope.degreesOfFreedom(), within(1e-6));
        assertThat(ratedTau.standardError() / tau.standardError()).isCloseTo(1, within(0.1));
        assertThat(BoundedSlope.of(sample(sixTimes), 0, 1, 0.05)).isInstanceOf(Answer.Unknown.class);
        assertThat(BoundedSlope.of(sample(once), 0, 1, 0.05)).isInstanceOf(Answer.Known.class);
    }

    private static TemperatureSample sample(SeriesCells series) {
        return TemperatureSample.of(series, Selection.headline());
    }
}
