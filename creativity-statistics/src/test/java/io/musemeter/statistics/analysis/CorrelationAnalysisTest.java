package io.musemeter.statistics.analysis;

import static io.musemeter.statistics.Fixtures.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.Fixtures;
import io.musemeter.statistics.cell.CellOutcome;
import io.musemeter.statistics.cell.MetricScale;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.Temperature;
import io.musemeter.statistics.effect.Intervals;
import io.musemeter.statistics.missing.Bounds;
import io.musemeter.statistics.multiplicity.FalseCoverage;
import io.musemeter.statistics.multiplicity.HeadlineTests;
import io.musemeter.statistics.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationAnalysisTest {

    private static final HeadlineTests FOUND = new HeadlineTests(OptionalDouble.of(0.001), OptionalDouble.empty());
    private static final double[] SWEEP = {0.001, 0.334, 0.667, 1.0, 1.334, 1.667, 2.0};

    @ParameterizedTest
    @ValueSource(strings = {"bounded", "ratings", "perplexity", "unequal"})
    void cellsShowMeanSpreadAndQuantiles(String data) {
        CellReadout cell = CorrelationAnalysis.analyse(Fixtures.series(data), AnalysisConfig.of(data))
                .cells()
                .get(2);

        assertThat(cell.mean()).isCloseTo(figure(data + ".mean"), within(1e-9));
        assertThat(cell.sd()).isCloseTo(figure(data + ".sd"), within(1e-9));
        for (Quantile quantile : cell.quantiles()) {
            assertThat(quantile.value()).isCloseTo(figure(data + ".quantile." + quantile.probability()), within(1e-9));
        }
    }

    @Test
    void binnedQuantilesStayWithinABin() {
        SeriesCells binned = Fixtures.series("bounded", MetricScale.linear(-1, 2, 6), 1);
        CellReadout cell = CorrelationAnalysis.analyse(binned, AnalysisConfig.of("bounded"))
                .cells()
                .get(2);

        for (Quantile quantile : cell.quantiles()) {
            assertThat(quantile.value())
                    .isCloseTo(figure("bounded.quantile." + quantile.probability()), within(3.0 / 128 + 0.02));
        }
    }

    @Test
    void aRisingMetricIsRelated() {
        Analysis analysis = CorrelationAnalysis.analyse(series(t -> 0.3 + 0.2 * t, 30), AnalysisConfig.of("novelty"));
        JudgedAnalysis judged = analysis.judged(FOUND);

        assertThat(judged.verdict()).isInstanceOf(Verdict.Related.class);
        assertThat(judged.verdict().sentence()).contains("n 180, T >= 0.334");
        assertThat(analysis.n()).isEqualTo(180);
        assertThat(analysis.distinctTemperatures()).isEqualTo(6);
        assertThat(analysis.cells()).hasSize(7);
        assertThat(analysis.leaveOneOut()).hasSize(6).noneMatch(LeftOut::decisive);
        assertThat(analysis.slopeWithExemplarArm().value().orElseThrow().n()).isEqualTo(210);
    }

    @Test
    void whatFewStoriesMakeApproximateIsLabelledSo() {
        Analysis few = CorrelationAnalysis.analyse(series(t -> 0.3 + 0.2 * t, 29), AnalysisConfig.of("novelty"));
        Analysis enough = CorrelationAnalysis.analyse(series(t -> 0.3 + 0.2 * t, 30), AnalysisConfig.of("novelty"));

        Analysis fewest = CorrelationAnalysis.analyse(series(t -> 0.3 + 0.2 * t, 4), AnalysisConfig.of("novelty"));

        assertThat(few.approximate()).containsExactly("pearson", "designStandardised", "lackOfFit", "q");
        assertThat(enough.approximate()).isEmpty();
        assertThat(fewest.approximate()).contains("slope");
        assertThat(fewest.slope().value()).isPresent();
    }

    @Test
    void aHillIsNonMonotone() {
        JudgedAnalysis judged = CorrelationAnalysis.analyse(
                        series(t -> 0.6 - 0.3 * (t - 1.2) * (t - 1.2), 100), AnalysisConfig.of("novelty"))
                .alone();

        assertThat(judged.verdict()).isInstanceOf(Verdict.NonMonotone.class);
        assertThat(judged.verdict().sentence()).startsWith("novelty rises up to T = 1");
    }

    @Test
    void oneOddTemperatureIsFoundDecisive() {
        Analysis analysis =
                CorrelationAnalysis.analyse(series(t -> t > 1.9 ? 0.7 : 0.5, 30), AnalysisConfig.of("novelty"));

        assertThat(analysis.leaveOneOut().stream().filter(LeftOut::decisive).map(LeftOut::temperature))
                .containsExactly(Temperature.of(2));
    }

    @Test
    void failuresThatRiseWithTemperatureThreatenTheAnswer() {
        SeriesCells series = series(t -> 0.5 + 0.02 * t, 30);
        for (double t : SWEEP) {
            for (int i = 0; i < 12 * t; i++) {
                series.add(Temperature.of(t), new CellOutcome.Unscored(CellOutcome.Reason.FAILED, false));
            }
        }

        Verdict verdict = CorrelationAnalysis.analyse(series, AnalysisConfig.of("novelty"))
                .judged(FOUND)
                .verdict();

        assertThat(verdict).isInstanceOf(Verdict.SelectionThreatened.class);
        assertThat(verdict.sentence()).contains("stories without a score grow more frequent with temperature");
    }

    @Test
    void failuresOfTheExemplarsArmAreNoThreatToAHeadlineThatLeavesItOut() {
        SeriesCells series = series(t -> 0.5 + 0.02 * t, 30);
        for (int i = 0; i < 60; i++) {
            series.add(Temperature.of(0.001), new CellOutcome.Unscored(CellOutcome.Reason.FAILED, true));
        }

        Analysis analysis = CorrelationAnalysis.analyse(series, AnalysisConfig.of("novelty"));

        assertThat(analysis.missingness().failed()).isEqualTo(60);
        assertThat(analysis.missingness().unscored().value().orElseThrow().share())
                .isZero();
        assertThat(analysis.missingness().cutOff().value().orElseThrow().share())
                .isZero();
        assertThat(analysis.judged(FOUND).verdict()).isNotInstanceOf(Verdict.SelectionThreatened.class);
    }

    @Test
    void failuresThatCannotChangeTheSignDoNotThreatenIt() {
        SeriesCells series = series(t -> 0.1 + 0.4 * t, 100);
        for (int i = 0; i < 25; i++) {
            series.add(Temperature.of(2), new CellOutcome.Unscored(CellOutcome.Reason.FAILED, false));
        }

        Analysis analysis = CorrelationAnalysis.analyse(series, AnalysisConfig.of("novelty"));

        assertThat(analysis.missingness().unscored().value().orElseThrow().p()).isLessThan(0.001);
        assertThat(analysis.missingness().worstCaseOfAll().value().orElseThrow().intervalLow())
                .isPositive();
        assertThat(analysis.judged(FOUND).verdict()).isInstanceOf(Verdict.Related.class);
    }

    @Test
    void aTruncatedStoryThatTheHeadlineLeavesOutIsMissingFromItsBounds() {
        SeriesCells series = series(t -> 0.3 + 0.1 * t, 30);
        for (int i = 0; i < 10; i++) {
            series.add(Temperature.of(2), new CellOutcome.Scored(0.5, i, true));
        }

        Missingness missing = CorrelationAnalysis.analyse(series, AnalysisConfig.of("novelty"))
                .missingness();
        Missingness all = CorrelationAnalysis.analyse(
                        series, AnalysisConfig.of("novelty").withTruncatedStories())
                .missingness();

        Bounds headline = missing.worstCase().value().orElseThrow();
        Bounds withTruncated = missing.worstCaseOfAll().value().orElseThrow();
        assertThat(headline.high() - headline.low()).isGreaterThan(0.05);
        assertThat(withTruncated.high()).isCloseTo(withTruncated.low(), within(1e-12));
        assertThat(all.worstCase()).isEqualTo(missing.worstCaseOfAll());
        assertThat(missing.trimming().value().orElseThrow().trimmedShare()).isCloseTo(0.25, within(1e-12));
        assertThat(missing.trimmingOfAll().value().orElseThrow().trimmedShare()).isCloseTo(0, within(1e-12));
    }

    @Test
    void onlyTruncatedStoriesAreInsufficientAndSaidSo() {
        SeriesCells series = new SeriesCells(MetricScale.unitInterval());
        for (double t : SWEEP) {
            for (int i = 0; i < 10; i++) {
                series.add(Temperature.of(t), new CellOutcome.Scored(0.1 * t + 0.01 * i, i, true));
            }
        }

        Analysis headline = CorrelationAnalysis.analyse(series, AnalysisConfig.of("novelty"));
        Analysis all =
                CorrelationAnalysis.analyse(series, AnalysisConfig.of("novelty").withTruncatedStories());

        assertThat(headline.alone().verdict()).isInstanceOf(Verdict.InsufficientData.class);
        assertThat(headline.alone().verdict().sentence()).contains("70 truncated left out");
        assertThat(headline.slopeWithTruncated().value()).isPresent();
        assertThat(all.n()).isEqualTo(60);
        assertThat(all.slope().value()).isPresent();
    }

    @Test
    void whatIsNoHypothesisBringsNoTestToTheFamily() {
        Analysis strong = CorrelationAnalysis.analyse(series(t -> 0.3 + 0.2 * t, 30), AnalysisConfig.of("novelty"));
        Analysis nothing = CorrelationAnalysis.analyse(
                new SeriesCells(MetricScale.unitInterval()), AnalysisConfig.of("typicality"));
        Analysis check = CorrelationAnalysis.analyse(
                series(t -> 0.3 + 0.2 * t, 30), AnalysisConfig.of("perplexity").asManipulationCheck());

        List<HeadlineTests> q = qValues(List.of(nothing, strong, check, strong));

        assertThat(q.get(0)).isEqualTo(HeadlineTests.NONE);
        assertThat(q.get(1).slope().orElseThrow())
                .isCloseTo(strong.slope().value().orElseThrow().p(), within(1e-12));
        assertThat(q.get(2)).isEqualTo(HeadlineTests.NONE);
        assertThat(check.judged(q.get(2)).verdict()).isInstanceOf(Verdict.ManipulationCheck.class);
        assertThat(nothing.judged(q.get(0)).verdict()).isInstanceOf(Verdict.InsufficientData.class);
    }

    @Test
    void aTurningPointIsOneMoreTestOfTheFamily() {
        Analysis hill = CorrelationAnalysis.analyse(
                series(t -> 0.5 - 0.05 * (t - 1.2) * (t - 1.2), 30), AnalysisConfig.of("novelty"));
        Analysis nothing = CorrelationAnalysis.analyse(series(t -> 0.5, 10), AnalysisConfig.of("novelty"));
        List<Analysis> many = new ArrayList<>(Collections.nCopies(2_000, nothing));
        many.add(hill);

        JudgedAnalysis amongMany = hill.judged(qValues(many).get(2_000));

        assertThat(hill.alone().verdict()).isInstanceOf(Verdict.NonMonotone.class);
        assertThat(amongMany.turnQ().orElseThrow())
                .isGreaterThan(hill.alone().turnQ().orElseThrow());
        assertThat(amongMany.verdict()).isNotInstanceOf(Verdict.NonMonotone.class);
    }

    @Test
    void intervalsOfSelectedSeriesAllowForTheSelection() {
        Analysis strong = CorrelationAnalysis.analyse(series(t -> 0.3 + 0.2 * t, 30), AnalysisConfig.of("novelty"));
        Analysis nothing = CorrelationAnalysis.analyse(series(t -> 0.5, 30), AnalysisConfig.of("novelty"));
        Estimate slope = strong.slope().value().orElseThrow();

        // One of four at 95 %: each at 98.75 %.
        double level = FalseCoverage.level(qValues(List.of(strong, nothing, nothing, nothing)), 0.05)
                .orElseThrow();
        Estimate selected = FalseCoverage.adjusted(slope, level);

        assertThat(level).isCloseTo(0.9875, within(1e-12));
        assertThat((selected.high() - slope.estimate()) / slope.standardError())
                .isCloseTo(Intervals.tQuantile(0.9875, slope.degreesOfFreedom()), within(1e-9));
        assertThat(FalseCoverage.level(qValues(List.of(strong, strong)), 0.05)).hasValue(0.95);
        assertThat(FalseCoverage.level(qValues(List.of(nothing)), 0.05)).isEmpty();
    }

    @Test
    void aModelThatRepeatsAFewTextsIsDegenerate() {
        SeriesCells series = new SeriesCells(MetricScale.unitInterval());
        for (double t : SWEEP) {
            for (int i = 0; i < 50; i++) {
                series.add(Temperature.of(t), new CellOutcome.Scored(0.3 + 0.1 * (i % 3), i % 3, false));
            }
        }

        Verdict verdict = CorrelationAnalysis.analyse(series, AnalysisConfig.of("novelty"))
                .alone()
                .verdict();

        assertThat(verdict).isInstanceOf(Verdict.Degenerate.class);
        assertThat(verdict.sentence()).contains("stories repeat fewer than five texts at every temperature");
    }

    @Test
    void manyTemperaturesAreLabelledAsBinned() {
        SplittableRandom random = new SplittableRandom(4);
        SeriesCells series = new SeriesCells(MetricScale.unitInterval());
        for (int i = 0; i < 2_000; i++) {
            double t = 0.2 + 1.6 * random.nextDouble();
            series.add(
                    Temperature.of(t),
                    new CellOutcome.Scored(0.3 + 0.2 * t + 0.1 * random.nextDouble(), random.nextLong(), false));
        }

        Analysis analysis = CorrelationAnalysis.analyse(series, AnalysisConfig.of("novelty"));

        assertThat(analysis.bucketedTemperatures()).isTrue();
        assertThat(analysis.binnedValues()).isTrue();
        assertThat(analysis.slope().value().orElseThrow().estimate()).isCloseTo(0.2, within(0.01));
        assertThat(analysis.rhoBound().value().orElseThrow().low()).isGreaterThan(0.5);
        // A bucket is named by its lower edge and lies at the mean of its stories.
        assertThat(analysis.cells().get(10).meanTemperature())
                .isBetween(
                        analysis.cells().get(10).temperature().value() + 0.01,
                        analysis.cells().get(10).temperature().value() + 0.03);
    }

    @Test
    void unusableConfigurationIsRefusedByName() {
        assertThatThrownBy(() -> AnalysisConfig.of("novelty").withNegligible(0)).hasMessageStartingWith("negligible: ");
    }

    private static List<HeadlineTests> qValues(List<Analysis> analyses) {
        return HeadlineTests.qValues(analyses.stream().map(Analysis::tests).toList());
    }

    private static SeriesCells series(DoubleUnaryOperator mean, int each) {
        SplittableRandom random = new SplittableRandom(11);
        SeriesCells series = new SeriesCells(MetricScale.unitInterval());
        for (double t : SWEEP) {
            for (int i = 0; i < each; i++) {
                double noise = 0.1 * (random.nextDouble() - 0.5);
                series.add(
                        Temperature.of(t),
                        new CellOutcome.Scored(mean.applyAsDouble(t) + noise, random.nextLong(), false));
            }
        }
        return series;
    }
}
