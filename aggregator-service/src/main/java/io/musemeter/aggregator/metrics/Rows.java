package io.musemeter.aggregator.metrics;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Samples of all gauges at one moment, by name. A figure that is not there has no sample. */
final class Rows {
    private final Map<String, List<MultiGauge.Row<?>>> rows = new TreeMap<>();

    void add(String name, Tags labels, @Nullable Number value) {
        if (value != null) {
            rows.computeIfAbsent(name, n -> new ArrayList<>()).add(MultiGauge.Row.of(labels, value));
        }
    }

    List<MultiGauge.Row<?>> of(String name) {
        return rows.getOrDefault(name, List.of());
    }
}
