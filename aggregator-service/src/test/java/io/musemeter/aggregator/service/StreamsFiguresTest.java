package io.musemeter.aggregator.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.api.Test;

class StreamsFiguresTest {
    private static final String FETCHES = "consumer-fetch-manager-metrics";

    private final Map<MetricName, Metric> metrics = new LinkedHashMap<>();

    private void metric(String name, String group, double value, Map<String, String> tags) {
        MetricName metricName = new MetricName(name, group, "", tags);
        metrics.put(metricName, new Metric() {
            @Override
            public MetricName metricName() {
                return metricName;
            }

            @Override
            public Object metricValue() {
                return value;
            }
        });
    }

    private void lag(String client, String topic, int partition, double value) {
        metric(
                "records-lag",
                FETCHES,
                value,
                Map.of("client-id", client, "topic", topic, "partition", String.valueOf(partition)));
    }

    @Test
    void lagsOfPartitionsAddUpByTopic() {
        lag("a-StreamThread-1-consumer", "scores", 0, 3);
        lag("a-StreamThread-2-consumer", "scores", 1, 4);
        lag("a-StreamThread-1-consumer", "stories", 0, 5);

        assertThat(StreamsFigures.lags(metrics))
                .containsExactlyInAnyOrderEntriesOf(Map.of("scores", 7L, "stories", 5L));
    }

    @Test
    void whatIsRestoredOrNotOfAPartitionIsNoInput() {
        lag("a-StreamThread-1-restore-consumer", "changelog", 0, 9);
        metric("records-lag-max", FETCHES, 9, Map.of("client-id", "c", "topic", "scores", "partition", "0"));
        metric("records-lag", FETCHES, 9, Map.of("client-id", "c"));

        assertThat(StreamsFigures.lags(metrics)).isEmpty();
    }

    @Test
    void aPartitionNotFetchedFromYetHasNoLag() {
        lag("a-StreamThread-1-consumer", "scores", 0, Double.NaN);
        lag("a-StreamThread-1-consumer", "scores", 1, 2);

        assertThat(StreamsFigures.lags(metrics)).containsExactlyEntriesOf(Map.of("scores", 2L));
    }
}
