package io.musemeter.kafka.broker;

import io.musemeter.kafka.EmbeddedKafkaException;
import io.musemeter.kafka.FailureReason;
import io.musemeter.kafka.topics.TopicMismatchException;
import io.musemeter.kafka.topics.TopicSetup;
import java.net.BindException;
import java.util.Map;
import java.util.Set;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Time;

/** A running broker and controller. */
public final class Broker implements AutoCloseable {
    private static final int ANSWERS_WITHIN_MS = 60_000;

    private final KafkaRaftServer server;

    private Broker(KafkaRaftServer server) {
        this.server = server;
    }

    /**
     * Formats the folder on first use, starts Kafka in it and makes the topics.
     *
     * @throws EmbeddedKafkaException when any of this fails, saying what to do
     */
    public static Broker start(DataFolder folder, BrokerSettings settings) {
        Storage.formatOnFirstUse(folder, settings);
        Set<String> withRecords = TopicsOnDisk.in(folder);
        Broker broker = new Broker(startServer(folder, settings));
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-shutdown"));
        broker.makeTopics(folder, settings, withRecords);
        return broker;
    }

    /** Waits until the broker is told to stop. */
    public void awaitEnd() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    // Whatever Kafka throws at a start, a person needs to hear what to do about it.
    @SuppressWarnings("IllegalCatch")
    private static KafkaRaftServer startServer(DataFolder folder, BrokerSettings settings) {
        try {
            KafkaRaftServer server =
                    new KafkaRaftServer(KafkaConfig.fromProps(settings.properties(folder.logs()), false), Time.SYSTEM);
            server.startup();
            return server;
        } catch (RuntimeException e) {
            if (causedBy(e, BindException.class)) {
                throw new EmbeddedKafkaException(
                        FailureReason.PORT_TAKEN,
                        "port " + settings.port() + " or " + settings.controllerPort()
                                + " on 127.0.0.1 is taken; choose others with --port and --controller-port",
                        e);
            }
            throw new EmbeddedKafkaException(
                    FailureReason.FOLDER_CORRUPT, folder.corruptMessage(String.valueOf(e.getMessage())), e);
        }
    }

    private void makeTopics(DataFolder folder, BrokerSettings settings, Set<String> withRecords) {
        Map<String, Object> config = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                settings.bootstrapServers(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                ANSWERS_WITHIN_MS);
        try (Admin admin = Admin.create(config)) {
            TopicSetup topics = new TopicSetup(
                    admin,
                    topic -> settings.retention().apply(topic, settings.budget().topicConfig(topic)));
            refuseForgottenTopics(folder, withRecords, topics.names());
            topics.ensureAll();
        } catch (TopicMismatchException e) {
            throw new EmbeddedKafkaException(FailureReason.TOPIC_MISMATCH, String.valueOf(e.getMessage()), e);
        } catch (KafkaException e) {
            throw new EmbeddedKafkaException(FailureReason.BROKER_FAILED, String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Kafka cuts a damaged metadata log at the damage and then knows some topics no more. Making them anew would hide
     * that their records are lost.
     */
    private static void refuseForgottenTopics(DataFolder folder, Set<String> withRecords, Set<String> known) {
        if (!known.containsAll(withRecords)) {
            throw new EmbeddedKafkaException(
                    FailureReason.FOLDER_CORRUPT,
                    folder.corruptMessage("its metadata is damaged, it holds records of topics it does not know"));
        }
    }

    private static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
