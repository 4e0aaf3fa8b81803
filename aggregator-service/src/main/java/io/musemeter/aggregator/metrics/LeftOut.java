package io.musemeter.aggregator.metrics;

import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Counts;
import io.musemeter.events.correlation.Window;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The series without gauges of their own. Their statistics must not be merged and are not exported; their stories are counted
 * under the label values {@value FirstValues#OTHER}, so that sums stay whole.
 */
final class LeftOut {
    private final Map<Window, Total> totals = new EnumMap<>(Window.class);
    private final Set<String> series = new HashSet<>();

    private record Total(
            Counts counts,
            @Nullable Long expected,
            @Nullable Long pending) {
        private static final Total NONE = new Total(new Counts(0, 0, 0, 0, 0), null, null);

        Total plus(Correlation answer) {
            Counts more = answer.counts();
            return new Total(
                    new Counts(
                            counts.scored() + more.scored(),
                            counts.unscorable() + more.unscorable(),
                            counts.failed() + more.failed(),
                            counts.sampledOut() + more.sampledOut(),
                            counts.late() + more.late()),
                    sum(expected, answer.expected()),
                    sum(pending, answer.pending()));
        }

        private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
            return one == null || other == null ? (one == null ? other : one) : Long.valueOf(one + other);
        }
    }

    void add(Correlation answer) {
        totals.put(
                answer.window(),
                totals.getOrDefault(answer.window(), Total.NONE).plus(answer));
        series.add(answer.seriesId());
    }

    void addTo(Rows rows) {
        totals.forEach((window, total) -> SeriesGauges.addCounts(
                rows, SeriesLabels.others(window.text()), total.counts(), total.expected(), total.pending()));
    }

    /** How many series. */
    int series() {
        return series.size();
    }
}
