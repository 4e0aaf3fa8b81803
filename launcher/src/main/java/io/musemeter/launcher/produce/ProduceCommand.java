package io.musemeter.launcher.produce;

import io.musemeter.events.topics.Topic;
import io.musemeter.launcher.Musemeter;
import io.musemeter.launcher.process.KafkaCluster;
import io.musemeter.launcher.settings.LocalSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine.Command;

/** Writes lines to the topic {@code stories.ingest} of the running system, as a service of the reader's own would. */
@Command(
        name = "produce",
        description =
                "Write lines of standard input, one story as JSON each, to the Kafka topic stories.ingest of the running "
                        + "system, as any Kafka producer may. What breaks the contract goes on to the topic stories.rejected.",
        mixinStandardHelpOptions = true)
public final class ProduceCommand implements Callable<Integer> {
    private static final int MOST_UNDER_WAY = 1_000;

    @Override
    public Integer call() throws Exception {
        LocalSettings settings = Musemeter.settings();
        // Says what to do when no broker is there.
        KafkaCluster.id(settings);
        Map<String, Object> config = Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrapServers(),
                ProducerConfig.ACKS_CONFIG,
                "all");
        try (Producer<String, String> producer =
                        new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
                Reader lines = new InputStreamReader(System.in, StandardCharsets.UTF_8)) {
            System.out.println(send(producer, lines) + " records written to " + Topic.STORIES_INGEST.topicName());
        }
        return 0;
    }

    /**
     * Sends each line that is not blank, and waits until Kafka has all of them.
     *
     * @return their number
     * @throws IOException when Kafka did not take one
     */
    static long send(Producer<String, String> producer, Reader lines) throws IOException, InterruptedException {
        BufferedReader reader = new BufferedReader(lines);
        Queue<Future<RecordMetadata>> underWay = new ArrayDeque<>();
        long sent = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.isBlank()) {
                underWay.add(producer.send(new ProducerRecord<>(Topic.STORIES_INGEST.topicName(), line)));
                sent++;
            }
            if (underWay.size() > MOST_UNDER_WAY) {
                acknowledged(underWay.remove());
            }
        }
        producer.flush();
        for (Future<RecordMetadata> record : underWay) {
            acknowledged(record);
        }
        return sent;
    }

    private static void acknowledged(Future<RecordMetadata> record) throws IOException, InterruptedException {
        try {
            record.get();
        } catch (ExecutionException e) {
            throw new IOException("Kafka did not take a record: " + e.getCause(), e);
        }
    }
}
