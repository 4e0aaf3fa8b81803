package io.musemeter.statistics.analysis;

import io.musemeter.statistics.Answer;
import io.musemeter.statistics.Estimate;
import io.musemeter.statistics.cell.SeriesCells;
import io.musemeter.statistics.effect.CellMoments;
import io.musemeter.statistics.effect.Concordance;
import io.musemeter.statistics.effect.DesignStandardised;
import io.musemeter.statistics.effect.LengthAdjustedSlope;
import io.musemeter.statistics.effect.OmegaSquared;
import io.musemeter.statistics.effect.Pearson;
import io.musemeter.statistics.effect.Selection;
import io.musemeter.statistics.effect.Slope;
import io.musemeter.statistics.effect.Spearman;
import io.musemeter.statistics.effect.TemperatureSample;
import io.musemeter.statistics.multiplicity.FalseCoverage;
import io.musemeter.statistics.multiplicity.HeadlineTests;
import io.musemeter.statistics.verdict.VerdictTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** From cells to an analysis, and from the analyses of one window and tick to verdicts. */
public final class CorrelationAnalysis {

    private static final double NEGLIGIBLE_DEVIATIONS = 0.1;

    private CorrelationAnalysis() {}

    /** Analyses one series in one window. */
    public static Analysis analyse(SeriesCells series, AnalysisConfig config) {
        Selection headline = config.headline();
        TemperatureSample sample = TemperatureSample.of(series, headline);
        double level = config.level();
        Answer<Estimate> slope = Slope.of(sample, level);
        return new Analysis(
                config,
                sample.logarithmic(),
                sample.n(),
                sample.cells().size(),
                sample.temperatures().isEmpty()
                        ? "-"
                        : sample.temperatures().get(0).canonical(),
                sample.binnedValues(),
                sample.bucketedTemperatures(),
                slope,
                Slope.of(TemperatureSample.of(series, headline.withTruncated()), level),
                Slope.of(TemperatureSample.of(series, new Selection(t -> true, config.truncatedStories())), level),
                LengthAdjustedSlope.of(sample, level),
                Pearson.of(sample, level),
                Spearman.of(sample, level),
                Spearman.bound(sample),
                Concordance.kendall(sample, level),
                Concordance.somers(sample, level),
                DesignStandardised.of(sample, config.design(), level),
                OmegaSquared.of(sample),
                margin(config, sample),
                Shape.of(sample, level),
                LeftOut.of(sample, slope, level),
                Missingness.of(series, config.truncatedStories(), level),
                CellReadout.of(series, config.truncatedStories()));
    }

    /**
     * Judges the series of one window and tick together: Benjamini–Hochberg over the tests that decide verdicts
     * ({@link HeadlineTests}), and for the slopes that it selects intervals at a level that allows for the selection
     * ({@link FalseCoverage}). A manipulation check is judged alone.
     *
     * @return in the order given
     */
    public static List<JudgedAnalysis> judge(List<Analysis> analyses) {
        List<HeadlineTests> q =
                HeadlineTests.qValues(analyses.stream().map(Analysis::tests).toList());
        int total = (int) q.stream().filter(tests -> tests.slope().isPresent()).count();
        int found = (int)
                q.stream().filter(tests -> tests.finds(VerdictTable.DISCOVERY)).count();
        List<JudgedAnalysis> judged = new ArrayList<>();
        for (int i = 0; i < q.size(); i++) {
            JudgedAnalysis one = analyses.get(i).judged(q.get(i));
            if (q.get(i).finds(VerdictTable.DISCOVERY)) {
                double alpha = 1 - one.analysis().config().level();
                double level = FalseCoverage.level(found, total, alpha);
                Estimate slope = one.analysis().slope().value().orElseThrow();
                one = one.withSelected(FalseCoverage.adjusted(slope, level));
            }
            judged.add(one);
        }
        return judged;
    }

    /** The series by what is certain about them, most first; never by the estimate, which favours series with few stories. */
    public static List<JudgedAnalysis> ranked(List<JudgedAnalysis> judged) {
        return judged.stream()
                .sorted(Comparator.comparingDouble(JudgedAnalysis::certain).reversed())
                .toList();
    }

    private static OptionalDouble margin(AnalysisConfig config, TemperatureSample sample) {
        if (config.negligible().isPresent()) {
            return config.negligible();
        }
        OptionalDouble within = sample.cells().stream()
                .filter(cell -> !cell.degenerate())
                .mapToDouble(CellMoments::variance)
                .average();
        return within.isPresent()
                ? OptionalDouble.of(NEGLIGIBLE_DEVIATIONS * Math.sqrt(within.getAsDouble()))
                : OptionalDouble.empty();
    }
}
