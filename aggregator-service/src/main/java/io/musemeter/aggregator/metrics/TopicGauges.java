package io.musemeter.aggregator.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;

/** What Kafka Streams has to do in each topic that it reads. A figure that is not there yet has no sample. */
public final class TopicGauges {
    private final MultiGauge partitions;
    private final MultiGauge owned;
    private final MultiGauge lag;
    private volatile Figures figures = Figures.NONE;

    TopicGauges(MeterRegistry registry) {
        partitions = gauge(registry, "musemeter.partitions", "Partitions of the topic");
        owned = gauge(registry, "musemeter.partitions.owned", "Partitions that this instance processes");
        lag = gauge(registry, "musemeter.topic.lag.records", "Records that wait in this instance's partitions");
    }

    /** Figures by topic. */
    public interface Figures {
        /** Nothing known. */
        Figures NONE = new Figures() {
            @Override
            public Map<String, Integer> partitions() {
                return Map.of();
            }

            @Override
            public Map<String, Long> partitionsOwned() {
                return Map.of();
            }

            @Override
            public Map<String, Long> lags() {
                return Map.of();
            }
        };

        /** Partitions of the topics that are read; empty while they are not known. */
        Map<String, Integer> partitions();

        /** How many of them this instance processes; a topic of which it processes none may be missing. */
        Map<String, Long> partitionsOwned();

        /** Records that wait in them; a topic never fetched from is missing. */
        Map<String, Long> lags();
    }

    void follow(Figures followed) {
        figures = followed;
    }

    /** Shows the figures of now. */
    void show() {
        Map<String, Integer> known = figures.partitions();
        Map<String, Long> processed = figures.partitionsOwned();
        partitions.register(rows(known), true);
        owned.register(
                known.keySet().stream()
                        .map(topic -> row(topic, processed.getOrDefault(topic, 0L)))
                        .toList(),
                true);
        lag.register(rows(figures.lags()), true);
    }

    private static List<MultiGauge.Row<?>> rows(Map<String, ? extends Number> values) {
        return values.entrySet().stream()
                .<MultiGauge.Row<?>>map(each -> row(each.getKey(), each.getValue()))
                .toList();
    }

    private static MultiGauge.Row<?> row(String topic, Number value) {
        return MultiGauge.Row.of(Tags.of("topic", topic), value);
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
        return MultiGauge.builder(name).description(description).register(registry);
    }
}
