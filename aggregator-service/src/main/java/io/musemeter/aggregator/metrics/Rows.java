package io.musemeter.aggregator.metrics;

import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Samples of all gauges at one moment, by name. A figure that is not there has no sample. A sample that was there the moment
 * before keeps its place and changes its value only: to take every meter out of the registry and put a new one in costs four
 * times as much at each refresh.
 */
final class Rows {
    private final Map<String, Map<Tags, Sample>> before;
    private final Map<String, Map<Tags, Sample>> now = new HashMap<>();

    private static final class Sample {
        private volatile double value;

        double value() {
            return value;
        }
    }

    private Rows(Map<String, Map<Tags, Sample>> before) {
        this.before = before;
    }

    /** None yet. */
    static Rows none() {
        return new Rows(Map.of());
    }

    /** Those of the next moment, without any yet. */
    Rows next() {
        return new Rows(now);
    }

    void add(String name, Tags labels, @Nullable Number value) {
        if (value != null) {
            Sample known = before.getOrDefault(name, Map.of()).get(labels);
            Sample sample = known == null ? new Sample() : known;
            sample.value = value.doubleValue();
            now.computeIfAbsent(name, n -> new HashMap<>()).put(labels, sample);
        }
    }

    List<MultiGauge.Row<?>> of(String name) {
        return now.getOrDefault(name, Map.of()).entrySet().stream()
                .<MultiGauge.Row<?>>map(row -> MultiGauge.Row.of(row.getKey(), row.getValue(), Sample::value))
                .toList();
    }
}
