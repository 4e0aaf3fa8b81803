package io.musemeter.statistics.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.analysis.AnalysisConfig;
import io.musemeter.statistics.analysis.CorrelationAnalysis;
import io.musemeter.statistics.analysis.Missingness;
import io.musemeter.statistics.change.LevelShift;
import io.musemeter.statistics.effect.CellMoments;
import io.musemeter.statistics.effect.Concordance;
import io.musemeter.statistics.effect.Selection;
import io.musemeter.statistics.effect.Slope;
import io.musemeter.statistics.effect.TemperatureSample;
import io.musemeter.statistics.missing.Bounds;
import io.musemeter.statistics.missing.TrimmingBounds;
import io.musemeter.statistics.sequence.BoundedSlope;
import java.util.List;
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
    void manyStoriesAreCountedByANumberThatTheySurelyReach(int stories) {
        SeriesCells series = new SeriesCells(MetricScale.linear(1, 5, 3));
        for (int i = 0; i < 3 * stories; i++) {
            series.add(WARM, new CellOutcome.Scored(3, i % stories, false, 100, true));
        }

        double counted = series.cells().get(WARM).scoredStories(false);

        assertThat(counted / stories).isBetween(stories < 32 ? 1 : 0.75 - 3 * 0.14, stories < 32 ? 1 : 0.75 + 3 * 0.14);
    }

    @Test
    void theNumberIsTooLargeNoMoreOftenThanStated() {
        SplittableRandom random = new SplittableRandom(3);
        int tooLarge = 0;
        for (int sample = 0; sample < 2_000; sample++) {
            RatedStories rated = new RatedStories();
            for (int story = 0; story < 200; story++) {
                long hash = random.nextLong();
                rated.add(hash);
                rated.add(hash);
            }
            tooLarge += rated.stories() > 200 ? 1 : 0;
        }

        // 5 %, less what lies within one story; three standard errors of 2,000 draws are 1.5 %.
        assertThat(tooLarge / 2_000.0).isBetween(0.02, 0.065);
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

    @Test
    void agreeingRatersMakeNoBoundOnWhatIsMissingNarrower() {
        SeriesCells once = new SeriesCells(MetricScale.unitInterval());
        SeriesCells sixTimes = new SeriesCells(MetricScale.unitInterval());
        fill(once, 1);
        fill(sixTimes, 6);

        Missingness missing = missingness(once);
        Missingness rated = missingness(sixTimes);
        Bounds bounds = missing.worstCase().value().orElseThrow();
        Bounds ratedBounds = rated.worstCase().value().orElseThrow();
        TrimmingBounds trimming = missing.trimming().value().orElseThrow();
        TrimmingBounds ratedTrimming = rated.trimming().value().orElseThrow();

        assertThat(ratedBounds.low()).isCloseTo(bounds.low(), within(1e-12));
        assertThat((ratedBounds.intervalHigh() - ratedBounds.high()) / (bounds.intervalHigh() - bounds.high()))
                .isCloseTo(1, within(0.02));
        assertThat(ratedTrimming.low()).isCloseTo(trimming.low(), within(1e-12));
        assertThat(ratedTrimming.lowError() / trimming.lowError()).isCloseTo(1, within(0.01));
        assertThat(ratedTrimming.highError() / trimming.highError()).isCloseTo(1, within(0.01));
    }

    @Test
    void copiesMakeNoBoundOnWhatIsMissingNarrower() {
        SeriesCells series = new SeriesCells(MetricScale.unitInterval());
        fill(series, 1);
        // A hundred copies of one text, of which the variance alone would say that their mean is known exactly.
        for (int copy = 0; copy < 100; copy++) {
            series.add(Temperature.of(0.1), new CellOutcome.Scored(0.4, 7, false));
        }

        Missingness missing = missingness(series);
        Bounds bounds = missing.worstCaseOfAll().value().orElseThrow();
        Estimate slope = Slope.of(sample(series), 0.95).value().orElseThrow();

        // What is missing can only add to what the headline itself does not know.
        assertThat(bounds.intervalHigh() - bounds.intervalLow()).isGreaterThan(slope.high() - slope.low());
        assertThat(missing.trimming()).isInstanceOf(Answer.Unknown.class);
    }

    @Test
    void agreeingRatersMakeNoLevelSurer() {
        SeriesCells once = new SeriesCells(MetricScale.unitInterval());
        SeriesCells sixTimes = new SeriesCells(MetricScale.unitInterval());
        fill(once, 1);
        fill(sixTimes, 6);
        List<CellMoments> pane = List.of(new CellMoments(0.5, 5, 0.9, 0.01, 0, 0, 5));

        double z = LevelShift.of(sample(once).cells(), pane).value().orElseThrow();
        double rated = LevelShift.of(sample(sixTimes).cells(), pane).value().orElseThrow();

        assertThat(rated / z).isCloseTo(1, within(0.02));
    }

    /** Thirty stories at each of four temperatures, each rated alike so many times, and failures at the hottest. */
    private static void fill(SeriesCells series, int raters) {
        SplittableRandom random = new SplittableRandom(8);
        for (int story = 0; story < 120; story++) {
            double value = random.nextDouble();
            for (int rater = 0; rater < raters; rater++) {
                series.add(
                        Temperature.of(0.5 * (1 + story % 4)),
                        new CellOutcome.Scored(value, story, false, 100, raters > 1));
            }
        }
        for (int i = 0; i < 6 * raters; i++) {
            series.add(Temperature.of(2), new CellOutcome.Unscored(CellOutcome.Reason.FAILED, false));
        }
    }

    private static Missingness missingness(SeriesCells series) {
        return CorrelationAnalysis.analyse(series, AnalysisConfig.of("novelty")).missingness();
    }

    private static TemperatureSample sample(SeriesCells series) {
        return TemperatureSample.of(series, Selection.headline());
    }
}
