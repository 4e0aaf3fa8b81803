package io.musemeter.aggregator.answer;

import io.musemeter.events.correlation.Missing;
import io.musemeter.statistics.Answer;
import io.musemeter.statistics.analysis.Missingness;
import io.musemeter.statistics.missing.Bounds;
import io.musemeter.statistics.missing.Trend;
import io.musemeter.statistics.missing.TrimmingBounds;
import org.jspecify.annotations.Nullable;

/** What has no score, in the form of the wire. */
final class Missings {
    private Missings() {}

    static Missing of(Missingness missingness, Figures figures) {
        Bounds worst = figures.orReason("worstCase", missingness.worstCase());
        TrimmingBounds trimming = figures.orReason("trimming", missingness.trimming());
        return new Missing(
                trend("unscoredTrend", missingness.unscored(), figures),
                trend("truncatedTrend", missingness.cutOff(), figures),
                worst == null
                        ? null
                        : new Missing.WorstCase(worst.low(), worst.high(), worst.intervalLow(), worst.intervalHigh()),
                trimming == null
                        ? null
                        : new Missing.Trimming(trimming.low(), trimming.high(), trimming.trimmedShare()));
    }

    private static Missing.@Nullable Trend trend(String name, Answer<Trend> answer, Figures figures) {
        Trend trend = figures.orReason(name, answer);
        return trend == null ? null : new Missing.Trend(trend.share(), trend.z(), trend.p());
    }
}
