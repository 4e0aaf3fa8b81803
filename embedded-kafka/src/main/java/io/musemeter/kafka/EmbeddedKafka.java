package io.musemeter.kafka;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A broker in a child process. It dies with this process; {@link #kill} and {@link #restart} are there for fault tests.
 * Not for use by several threads at once.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(30);
    private static final int TRIES_FOR_A_FREE_PORT = 3;

    private final KafkaOptions options;
    private BrokerProcess broker;

    private EmbeddedKafka(KafkaOptions options, BrokerProcess broker) {
        this.options = options;
        this.broker = broker;
    }

    /**
     * Starts a broker and waits until it answers and every topic of {@code topics.yaml} exists.
     *
     * @throws EmbeddedKafkaException when it does not start, saying why
     */
    public static EmbeddedKafka start(KafkaOptions options) {
        return new EmbeddedKafka(options, launch(options));
    }

    /** Host and port for clients; the same after a {@link #restart}. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Process id of the broker. */
    public long pid() {
        return broker.process().pid();
    }

    /** Whether the process runs. */
    public boolean isAlive() {
        return broker.process().isAlive();
    }

    /** Shuts the broker down cleanly; after 30 seconds by force. */
    public void stop() {
        broker.process().destroy();
        if (!ended(STOPS_WITHIN)) {
            kill();
        }
    }

    /** Ends the process at once, as kill -9 does. */
    public void kill() {
        broker.process().destroyForcibly();
        if (!ended(STOPS_WITHIN)) {
            throw new IllegalStateException("process " + pid() + " outlives a kill");
        }
    }

    /**
     * Starts again on the same data and port; a broker that still runs is stopped first.
     *
     * @throws EmbeddedKafkaException when it does not start, saying why
     */
    public void restart() {
        if (isAlive()) {
            stop();
        }
        broker = launch(options.onPort(broker.port()));
    }

    @Override
    public void close() {
        stop();
    }

    private boolean ended(Duration within) {
        try {
            return broker.process().waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            broker.process().destroyForcibly();
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static BrokerProcess launch(KafkaOptions options) {
        for (int tries = 1; ; tries++) {
            try {
                return BrokerProcess.launch(options);
            } catch (EmbeddedKafkaException e) {
                // A port that was free when it was chosen may be gone when it is used.
                boolean chosenByUs = options.port() == 0 && e.reason() == FailureReason.PORT_TAKEN;
                if (!chosenByUs || tries == TRIES_FOR_A_FREE_PORT) {
                    throw e;
                }
            }
        }
    }
}
