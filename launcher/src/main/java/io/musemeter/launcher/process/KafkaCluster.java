package io.musemeter.launcher.process;

import io.musemeter.launcher.settings.LocalSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** The Kafka cluster that a local system runs on. */
public final class KafkaCluster {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private KafkaCluster() {}

    /**
     * Its id: another one after the broker's folder was moved away, when nothing sent before is there any more.
     *
     * @throws IOException saying what to do when the broker does not answer
     */
    public static String id(LocalSettings settings) throws IOException, InterruptedException {
        int patience = (int) PATIENCE.toMillis();
        Map<String, Object> config = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patience,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
        try (Admin admin = Admin.create(config)) {
            return admin.describeCluster().clusterId().get(patience, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(
                    "the broker does not answer on " + settings.bootstrapServers() + "; start it with ./musemeter up",
                    e);
        }
    }
}
