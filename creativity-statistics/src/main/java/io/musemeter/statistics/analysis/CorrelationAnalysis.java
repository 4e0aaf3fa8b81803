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
import java.util.OptionalDouble;

/** From cells to an analysis. */
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
