package io.musemeter.kafka.topics;

/** An existing topic contradicts {@code topics.yaml} in what cannot be changed. */
public final class TopicMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TopicMismatchException(String topic, int found, int declared) {
        super("topic " + topic + " has " + found + " partitions, topics.yaml declares " + declared
                + "; partition counts are for life: use another data folder or cluster, or put the old count back");
    }
}
