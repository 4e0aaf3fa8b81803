package io.musemeter.aggregator.answer;

import io.musemeter.events.correlation.Missing;
import io.musemeter.statistics.Answer;
import io.musemeter.statistics.analysis.Analysis;
import io.musemeter.statistics.analysis.CellReadout;
import io.musemeter.statistics.analysis.Missingness;
import io.musemeter.statistics.effect.Selection;
import io.musemeter.statistics.missing.Bounds;
import io.musemeter.statistics.missing.Trend;
import io.musemeter.statistics.missing.TrimmingBounds;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What has no score, in the form of the wire. */
final class Missings {
    private Missings() {}

    static Missing of(Analysis analysis, Figures figures) {
        Missingness missingness = analysis.missingness();
        return new Missing(
                trend("unscoredTrend", missingness.unscored(), figures),
                trend("unscorableTrend", among(analysis, CellReadout::unscorable), figures),
                trend("failedTrend", among(analysis, CellReadout::failed), figures),
                trend("truncatedTrend", missingness.cutOff(), figures),
                worst("worstCase", missingness.worstCase(), figures),
                worst("worstCaseOfAll", missingness.worstCaseOfAll(), figures),
                trimming("trimming", missingness.trimming(), figures),
                trimming("trimmingOfAll", missingness.trimmingOfAll(), figures));
    }

    /** Trend of one kind of stories among those that a score was asked for, over the headline's temperatures. */
    private static Answer<Trend> among(Analysis analysis, ToLongFunction<CellReadout> affected) {
        return Trend.of(analysis.cells().stream()
                .filter(cell -> Selection.headline().temperatures().test(cell.temperature()))
                .map(cell -> new Trend.Arm(
                        cell.meanTemperature(),
                        cell.scored() + cell.unscorable() + cell.failed(),
                        affected.applyAsLong(cell)))
                .toList());
    }

    private static Missing.@Nullable Trend trend(String name, Answer<Trend> answer, Figures figures) {
        Trend trend = figures.orReason(name, answer);
        return trend == null ? null : new Missing.Trend(trend.share(), trend.z(), trend.p(), trend.n());
    }

    private static Missing.@Nullable WorstCase worst(String name, Answer<Bounds> answer, Figures figures) {
        Bounds worst = figures.orReason(name, answer);
        return worst == null
                ? null
                : new Missing.WorstCase(worst.low(), worst.high(), worst.intervalLow(), worst.intervalHigh());
    }

    private static Missing.@Nullable Trimming trimming(String name, Answer<TrimmingBounds> answer, Figures figures) {
        TrimmingBounds found = figures.orReason(name, answer);
        return found == null
                ? null
                : new Missing.Trimming(
                        found.low(), found.high(), found.intervalLow(), found.intervalHigh(), found.trimmedShare());
    }
}
