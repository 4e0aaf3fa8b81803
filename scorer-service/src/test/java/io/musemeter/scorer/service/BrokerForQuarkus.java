package io.musemeter.scorer.service;

import io.musemeter.kafka.testing.TestKafka;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.Optional;

/** A broker for tests that start the whole application. */
public final class BrokerForQuarkus implements QuarkusTestResourceLifecycleManager {
    static final String TOKEN = "a-token-of-enough-characters";

    private Optional<TestKafka> broker = Optional.empty();

    @Override
    public Map<String, String> start() {
        TestKafka started = TestKafka.start();
        broker = Optional.of(started);
        return Map.of(
                "kafka.bootstrap.servers",
                started.bootstrapServers(),
                "musemeter.scorer.families",
                "lexical",
                "musemeter.scorer.token",
                TOKEN);
    }

    @Override
    public void stop() {
        broker.ifPresent(TestKafka::close);
    }
}
