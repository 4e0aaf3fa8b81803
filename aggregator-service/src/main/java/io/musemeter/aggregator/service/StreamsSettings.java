package io.musemeter.aggregator.service;

import io.musemeter.aggregator.topology.Names;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The settings of Kafka Streams. */
public final class StreamsSettings {
    private static final int RECORDS_WAITING_PER_PARTITION = 200;
    private static final int BYTES_PER_FETCH_AND_PARTITION = 256 << 10;
    private static final int BYTES_PER_FETCH = 4 << 20;
    private static final int PRODUCER_BUFFER = 8 << 20;

    private StreamsSettings() {}

    /**
     * Settings for exactly-once processing in bounded memory.
     *
     * @param connection how to reach Kafka
     * @param config the aggregator's own settings
     */
    public static Properties of(Map<String, Object> connection, AggregatorConfig config) {
        Properties settings = new Properties();
        settings.putAll(connection);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, Names.APPLICATION_ID);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1000);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, config.threads());
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, config.standbyReplicas());
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, config.replicationFactor());
        settings.put(StreamsConfig.topicPrefix(TopicConfig.SEGMENT_BYTES_CONFIG), config.changelogSegmentBytes());
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG,
                config.dataFolder().resolve("streams").toAbsolutePath().toString());
        // The heap is the cache; a second one would only hold what is written.
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, RECORDS_WAITING_PER_PARTITION);
        settings.put(StreamsConfig.METRICS_RECORDING_LEVEL_CONFIG, "INFO");
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
                BYTES_PER_FETCH_AND_PARTITION);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), BYTES_PER_FETCH);
        // An instance that was killed is missed after this time, and its partitions go to another.
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), (int)
                Duration.ofSeconds(10).toMillis());
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), (int)
                Duration.ofSeconds(2).toMillis());
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), PRODUCER_BUFFER);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 20);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        return settings;
    }
}
