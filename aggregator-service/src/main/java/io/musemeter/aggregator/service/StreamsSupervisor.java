package io.musemeter.aggregator.service;

import io.musemeter.aggregator.metrics.TopicGauges;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps Kafka Streams running: waits for the topics, starts it, and starts another when one has failed for good. */
public final class StreamsSupervisor implements Runnable, AutoCloseable, TopicGauges.Figures {
    private static final Logger LOG = Logger.getLogger(StreamsSupervisor.class);
    private static final Duration BEFORE_RETRY = Duration.ofSeconds(2);
    private static final Duration ADMIN_PATIENCE = Duration.ofSeconds(10);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(15);

    private final Topology topology;
    private final Properties settings;
    private final Map<String, Object> connection;
    private volatile @Nullable KafkaStreams streams;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closed;
    private volatile boolean wasRunning;
    private volatile Map<String, Integer> partitions = Map.of();

    /**
     * @param topology what runs
     * @param settings of Kafka Streams
     * @param connection how to reach Kafka
     */
    public StreamsSupervisor(Topology topology, Properties settings, Map<String, Object> connection) {
        this.topology = topology;
        this.settings = settings;
        this.connection = connection;
    }

    /** The present state; {@code CREATED} before the topics are there. */
    public KafkaStreams.State state() {
        KafkaStreams present = streams;
        return present == null ? KafkaStreams.State.CREATED : present.state();
    }

    /** Whether it is running, or moving partitions after it ran. */
    public boolean works() {
        KafkaStreams.State state = state();
        return state == KafkaStreams.State.RUNNING || (wasRunning && state == KafkaStreams.State.REBALANCING);
    }

    /** As they were when Kafka Streams started; empty before. */
    @Override
    public Map<String, Integer> partitions() {
        return partitions;
    }

    @Override
    public Map<String, Long> partitionsOwned() {
        KafkaStreams present = streams;
        return present == null ? Map.of() : StreamsFigures.partitions(present);
    }

    @Override
    public Map<String, Long> lags() {
        KafkaStreams present = streams;
        return present == null ? Map.of() : StreamsFigures.lags(present.metrics());
    }

    @Override
    public void run() {
        while (!closed) {
            try {
                if (topicsAreThere()) {
                    runOnce();
                } else {
                    LOG.info("Waiting for the topics");
                }
                closed |= stopping.await(BEFORE_RETRY.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                closed = true;
                Thread.currentThread().interrupt();
            } catch (KafkaException e) {
                LOG.error("Kafka Streams did not start; trying again", e);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        stopping.countDown();
        ended.countDown();
    }

    private void runOnce() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        ended = end;
        KafkaStreams started = new KafkaStreams(topology, settings);
        started.setUncaughtExceptionHandler(e -> {
            LOG.error("A thread of Kafka Streams failed; another takes its place", e);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        started.setStateListener((now, before) -> {
            wasRunning |= now == KafkaStreams.State.RUNNING;
            if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
                end.countDown();
            }
        });
        streams = started;
        try {
            started.start();
            if (!closed) {
                end.await();
            }
        } finally {
            LOG.infof("Kafka Streams stops (%s)", started.state());
            started.close(CLOSE_PATIENCE);
        }
    }

    private boolean topicsAreThere() throws InterruptedException {
        Set<String> wanted = NeededTopics.of(topology);
        try (Admin admin = Admin.create(connection)) {
            if (!admin.listTopics()
                    .names()
                    .get(ADMIN_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .containsAll(wanted)) {
                return false;
            }
            partitions = admin
                    .describeTopics(NeededTopics.readBy(topology))
                    .allTopicNames()
                    .get(ADMIN_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .entrySet()
                    .stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Map.Entry::getKey,
                            topic -> topic.getValue().partitions().size()));
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }
}
