package io.musemeter.aggregator.series;

import io.musemeter.events.metrics.MetricSpec;
import io.musemeter.statistics.cell.MetricScale;

/** The grid and bins that a declared metric is kept on. */
public final class Scales {
    private Scales() {}

    /** The scale of a metric. */
    public static MetricScale of(MetricSpec metric) {
        return switch (metric.scale()) {
            case LINEAR -> MetricScale.linear(metric.low(), metric.high(), metric.decimals());
            case LOGARITHMIC ->
                new MetricScale.Logarithmic(metric.low(), metric.high(), metric.decimals(), MetricScale.DEFAULT_BINS);
        };
    }
}
