package io.musemeter.events;

/**
 * Where a record was read.
 *
 * @param topic name of the topic, or of the way in that is none, for example {@code http} or {@code file}
 * @param partition partition, 0 outside Kafka
 * @param offset offset, or line number in a file
 */
public record RecordOrigin(String topic, int partition, long offset) {
    /** @throws InvalidEventException when the topic is no plain name or a number is negative */
    public RecordOrigin {
        Require.name(topic, "origin.topic");
        Require.atLeast(partition, 0, "origin.partition");
        if (offset < 0) {
            throw new InvalidEventException("origin.offset", "must be at least 0");
        }
    }

    /** The key of the rejected topics: {@code topic-partition-offset}. */
    public String key() {
        return topic + "-" + partition + "-" + offset;
    }
}
