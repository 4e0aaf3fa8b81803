package io.musemeter.aggregator.answer;

import io.musemeter.aggregator.series.Lengths;
import io.musemeter.aggregator.series.PaneSlope;
import io.musemeter.aggregator.series.SeriesState;
import io.musemeter.events.Temperature;
import io.musemeter.events.correlation.AtOneLength;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Counts;
import io.musemeter.events.correlation.Judgement;
import io.musemeter.events.correlation.Scope;
import io.musemeter.events.correlation.Step;
import io.musemeter.events.correlation.Undecided;
import io.musemeter.events.correlation.Window;
import io.musemeter.events.metrics.MetricCatalogue;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.analysis.Analysis;
import io.musemeter.statistics.analysis.AnalysisConfig;
import io.musemeter.statistics.analysis.CorrelationAnalysis;
import io.musemeter.statistics.analysis.Missingness;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.cell.TemperatureBuckets;
import io.musemeter.statistics.effect.LengthAdjustedSlope;
import io.musemeter.statistics.multiplicity.HeadlineTests;
import io.musemeter.statistics.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What a series says in one window, in the form of the wire. */
public final class Answers {
    private static final OptionalDouble FOUND = OptionalDouble.of(0);
    private static final HeadlineTests TURN = new HeadlineTests(FOUND, FOUND);
    private static final HeadlineTests SLOPE = new HeadlineTests(FOUND, OptionalDouble.empty());
    private static final HeadlineTests NOTHING = new HeadlineTests(OptionalDouble.of(1), OptionalDouble.empty());

    private Answers() {}

    /** Analyses a series in a window that ends at a time, and judges it alone. */
    public static Correlation of(SeriesState series, Window window, long endMillis) {
        AnalysisConfig config = AnalysisConfig.of(series.key().metric());
        if (byConstruction(series.key().metric())) {
            config = config.asManipulationCheck();
        }
        SeriesCells cells = series.cells(window, endMillis);
        Analysis analysis = CorrelationAnalysis.analyse(cells, config);
        Judgement verdict = judgement(analysis.alone().verdict());
        Figures figures = new Figures();
        Missingness missingness = analysis.missingness();
        return new Correlation(
                series.seriesId(),
                series.key(),
                window,
                analysis.logarithmic(),
                analysis.binnedValues(),
                analysis.bucketedTemperatures(),
                analysis.n(),
                analysis.distinctTemperatures(),
                null,
                new Counts(
                        missingness.scored(),
                        missingness.unscorable(),
                        missingness.failed(),
                        missingness.sampledOut(),
                        series.progress().late()),
                null,
                figures.coefficient("slope", analysis.slope()),
                figures.coefficient("pearson", analysis.pearson()),
                figures.coefficient("spearman", analysis.spearman()),
                figures.coefficient("kendall", analysis.kendall()),
                figures.coefficient("somers", analysis.somers()),
                figures.coefficient("designStandardised", analysis.designStandardised()),
                figures.number("omegaSquared", analysis.omegaSquared()),
                null,
                null,
                null,
                verdict,
                undecided(analysis, verdict),
                OverTimes.of(series.history(), figures),
                scope(analysis, figures),
                Shapes.of(analysis, figures),
                Cells.of(analysis, cells, series.key().metric().equals(Lengths.BY_COST)),
                series.slopes(window, endMillis).stream().map(Answers::step).toList(),
                figures.noAnswer(),
                Instant.ofEpochMilli(endMillis));
    }

    private static @Nullable Undecided undecided(Analysis analysis, Judgement alone) {
        HeadlineTests tests = analysis.tests();
        if (tests.slope().isEmpty()) {
            return null;
        }
        boolean turns = tests.turn().isPresent();
        return new Undecided(
                turns ? tests.turn().getAsDouble() : null,
                turns ? judgement(analysis.judged(TURN).verdict()) : null,
                unlessSame(judgement(analysis.judged(SLOPE).verdict()), alone),
                unlessSame(judgement(analysis.judged(NOTHING).verdict()), alone));
    }

    private static @Nullable Judgement unlessSame(Judgement verdict, Judgement alone) {
        return verdict.equals(alone) ? null : verdict;
    }

    private static boolean byConstruction(String metric) {
        return MetricCatalogue.find(metric).map(spec -> spec.byConstruction()).orElse(false);
    }

    private static Scope scope(Analysis analysis, Figures figures) {
        List<Temperature> leftOut = analysis.cells().stream()
                .filter(cell -> cell.temperature().compareTo(TemperatureBuckets.EXEMPLAR_ARM) <= 0)
                .map(cell -> wire(cell.temperature()))
                .toList();
        return new Scope(
                analysis.n() == 0 ? "no scores" : "T >= " + analysis.lowestTemperature(),
                leftOut,
                analysis.config().truncatedStories()
                        ? 0
                        : analysis.cells().stream()
                                .mapToLong(cell -> cell.scored() - cell.n())
                                .sum(),
                figures.coefficient("slopeWithColdArm", analysis.slopeWithExemplarArm()),
                figures.coefficient("slopeWithTruncated", analysis.slopeWithTruncated()),
                atOneLength(analysis, figures),
                Missings.of(analysis, figures),
                analysis.approximate());
    }

    private static @Nullable AtOneLength atOneLength(Analysis analysis, Figures figures) {
        LengthAdjustedSlope found = figures.orReason("slopeAtOneLength", analysis.slopeAtOneLength());
        return found == null
                ? null
                : new AtOneLength(Figures.of(found.slope()), found.perWord(), found.wordsPerTemperature());
    }

    private static Step step(PaneSlope pane) {
        Estimate slope = pane.slope().value().orElse(null);
        return new Step(
                Instant.ofEpochMilli(pane.fromMillis()),
                Instant.ofEpochMilli(pane.toMillis()),
                pane.n(),
                slope == null ? null : slope.estimate(),
                slope == null ? null : slope.low(),
                slope == null ? null : slope.high());
    }

    private static Temperature wire(io.musemeter.statistics.cell.Temperature temperature) {
        return Temperature.of(temperature.value());
    }

    private static Judgement judgement(Verdict verdict) {
        return new Judgement(verdict.kind(), verdict.sentence());
    }
}
