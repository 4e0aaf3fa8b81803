package io.musemeter.system.ways;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Stands in for Kafka's own {@code kafka-console-producer.sh}, which is not part of what is built here. */
public final class ConsoleProducer {
    private ConsoleProducer() {}

    /** Sends each line of the standard input to {@code --topic} at {@code --bootstrap-server}. */
    public static void main(String[] args) throws Exception {
        List<String> arguments = List.of(args);
        String servers = arguments.get(arguments.indexOf("--bootstrap-server") + 1);
        String topic = arguments.get(arguments.indexOf("--topic") + 1);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new StringSerializer())) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                producer.send(new ProducerRecord<>(topic, line)).get(30, TimeUnit.SECONDS);
            }
        }
    }
}
