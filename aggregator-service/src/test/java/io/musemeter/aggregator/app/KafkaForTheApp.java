package io.musemeter.aggregator.app;

import io.musemeter.kafka.testing.TestKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A Kafka of its own for the running application. */
public final class KafkaForTheApp implements QuarkusTestResourceLifecycleManager {
    private @Nullable TestKafka kafka;

    @Override
    public Map<String, String> start() {
        kafka = TestKafka.start();
        return Map.of("kafka.bootstrap.servers", kafka.bootstrapServers());
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
        }
    }
}
