package io.musemeter.kafka.broker;

import io.musemeter.kafka.EmbeddedKafkaException;
import io.musemeter.kafka.FailureReason;
import io.musemeter.kafka.topics.DiskBudget;
import io.musemeter.kafka.topics.TopicRetention;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * Kafka's settings for a single node on 127.0.0.1.
 *
 * @param port port for clients
 * @param controllerPort port of the controller
 * @param budget the disk it may take
 * @param retention how long topics keep their records
 */
public record BrokerSettings(int port, int controllerPort, DiskBudget budget, TopicRetention retention) {
    private static final String HOST = "127.0.0.1";
    /** A story of a million characters, with its log-probabilities. */
    private static final int LONGEST_RECORD = 16 << 20;

    /** @throws EmbeddedKafkaException when the bound is too small, both ports are one, or a retention cannot be used */
    public static BrokerSettings of(int port, int controllerPort, long diskBytes, String retention) {
        if (port == controllerPort) {
            throw new EmbeddedKafkaException(FailureReason.USAGE, "--port and --controller-port must differ");
        }
        if (diskBytes < DiskBudget.LEAST_BYTES) {
            throw new EmbeddedKafkaException(
                    FailureReason.USAGE,
                    "--disk-bytes must be at least " + DiskBudget.LEAST_BYTES + ", got " + diskBytes);
        }
        try {
            return new BrokerSettings(port, controllerPort, new DiskBudget(diskBytes), TopicRetention.parse(retention));
        } catch (IllegalArgumentException e) {
            throw new EmbeddedKafkaException(FailureReason.USAGE, "--" + e.getMessage(), e);
        }
    }

    /** Host and port for clients. */
    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    /** The settings with Kafka's logs in that folder. */
    Properties properties(Path logs) {
        String client = "PLAINTEXT://" + bootstrapServers();
        String controller = HOST + ":" + controllerPort;
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@" + controller,
                "listeners", client + ",CONTROLLER://" + controller,
                "advertised.listeners", client,
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names", "CONTROLLER",
                "inter.broker.listener.name", "PLAINTEXT",
                "log.dirs", logs.toString()));
        properties.putAll(Map.of(
                "auto.create.topics.enable", "false",
                "default.replication.factor", "1",
                "min.insync.replicas", "1",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1"));
        properties.putAll(Map.of(
                "group.initial.rebalance.delay.ms", "0",
                "message.max.bytes", Integer.toString(LONGEST_RECORD),
                "log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20),
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2",
                "num.recovery.threads.per.data.dir", "2",
                "metadata.max.idle.interval.ms", "5000"));
        properties.putAll(budget.brokerDefaults());
        return properties;
    }
}
