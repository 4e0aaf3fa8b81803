package io.musemeter.launcher.produce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.tuple;

import java.io.StringReader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class ProduceCommandTest {
    private static MockProducer<String, String> producer() {
        return new MockProducer<>(true, null, new StringSerializer(), new StringSerializer());
    }

    @Test
    void everyLineThatIsNotBlankIsARecordOfTheTopicThirdPartiesWriteTo() throws Exception {
        MockProducer<String, String> producer = producer();

        long sent = ProduceCommand.send(producer, new StringReader("{\"id\":\"a\"}\n\n{\"id\":\"ä\"}"));

        assertThat(sent).isEqualTo(2);
        assertThat(producer.history())
                .extracting(ProducerRecord::topic, ProducerRecord::value)
                .containsExactly(tuple("stories.ingest", "{\"id\":\"a\"}"), tuple("stories.ingest", "{\"id\":\"ä\"}"));
    }

    @Test
    void aRecordThatKafkaDoesNotTakeIsAFailure() {
        MockProducer<String, String> refusing =
                new MockProducer<>(true, null, new StringSerializer(), new StringSerializer()) {
                    @Override
                    public Future<RecordMetadata> send(ProducerRecord<String, String> record) {
                        return CompletableFuture.failedFuture(new RecordTooLargeException("too large"));
                    }
                };

        assertThatIOException()
                .isThrownBy(() -> ProduceCommand.send(refusing, new StringReader("x")))
                .withMessageContaining("too large");
    }
}
