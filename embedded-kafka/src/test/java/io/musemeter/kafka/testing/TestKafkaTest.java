package io.musemeter.kafka.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.events.topics.TopicCatalogue;
import io.musemeter.events.topics.TopicSpec;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class TestKafkaTest {
    @Test
    void whateverTheMachineOffersTheDeclaredTopicsAreThere() throws Exception {
        try (TestKafka kafka = TestKafka.start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            assertThat(admin.listTopics().names().get())
                    .containsAll(
                            TopicCatalogue.all().stream().map(TopicSpec::name).toList());
        }
    }
}
