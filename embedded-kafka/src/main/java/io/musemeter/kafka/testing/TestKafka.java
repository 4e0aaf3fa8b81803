package io.musemeter.kafka.testing;

/**
 * A Kafka for one test class, with the topics of {@code topics.yaml} and nothing in them. A Docker daemon that answers
 * gives a container; elsewhere a broker runs as a child process. What holds on one holds on the other.
 */
public interface TestKafka extends AutoCloseable {

    /** Host and port for clients. */
    String bootstrapServers();

    /** Ends it and deletes its data. */
    @Override
    void close();

    /**
     * Starts one and waits until it is ready.
     *
     * @throws io.musemeter.kafka.EmbeddedKafkaException when it does not start
     */
    static TestKafka start() {
        return DockerDaemon.answers() ? ContainerKafka.start() : ChildProcessKafka.start();
    }
}
