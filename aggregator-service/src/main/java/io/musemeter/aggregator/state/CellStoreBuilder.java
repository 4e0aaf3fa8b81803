package io.musemeter.aggregator.state;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Builds {@link CellStore}s over a store in memory: what is kept is small, and lives on the heap in any case. */
public final class CellStoreBuilder implements StoreBuilder<CellStore> {
    private final String name;
    private Map<String, String> topicSettings;

    /**
     * @param name the store's name, and that of its changelog topic with the application's id
     * @param topicSettings settings of the changelog topic
     */
    public CellStoreBuilder(String name, Map<String, String> topicSettings) {
        this.name = name;
        this.topicSettings = Map.copyOf(topicSettings);
    }

    @Override
    public CellStore build() {
        StoreBuilder<KeyValueStore<Bytes, byte[]>> logged = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(topicSettings);
        return new CellStore(logged.build());
    }

    @Override
    public StoreBuilder<CellStore> withCachingEnabled() {
        throw new UnsupportedOperationException("the heap is the cache");
    }

    @Override
    public StoreBuilder<CellStore> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<CellStore> withLoggingEnabled(Map<String, String> config) {
        topicSettings = Map.copyOf(config);
        return this;
    }

    @Override
    public StoreBuilder<CellStore> withLoggingDisabled() {
        throw new UnsupportedOperationException("without a changelog nothing survives");
    }

    @Override
    public Map<String, String> logConfig() {
        return topicSettings;
    }

    @Override
    public boolean loggingEnabled() {
        return true;
    }

    @Override
    public String name() {
        return name;
    }
}
