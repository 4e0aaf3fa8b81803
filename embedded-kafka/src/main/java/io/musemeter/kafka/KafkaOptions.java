package io.musemeter.kafka;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a broker is started with.
 *
 * @param data folder of its own; what it holds survives a restart
 * @param port port for clients on 127.0.0.1, 0 for a free one
 * @param diskBytes bound of the folder's size, at least {@link io.musemeter.kafka.topics.DiskBudget#LEAST_BYTES}
 * @param readyWithin how long to wait for it
 */
public record KafkaOptions(Path data, int port, long diskBytes, Duration readyWithin) {
    /** The bound of the local run: 2 GB. */
    public static final long DEFAULT_DISK_BYTES = 2_000_000_000L;

    /** A broker in that folder, on a free port, within 2 GB, ready within two minutes. */
    public static KafkaOptions in(Path data) {
        return new KafkaOptions(data, 0, DEFAULT_DISK_BYTES, Duration.ofMinutes(2));
    }

    /** The same on that port. */
    public KafkaOptions onPort(int otherPort) {
        return new KafkaOptions(data, otherPort, diskBytes, readyWithin);
    }

    /** The same within that bound. */
    public KafkaOptions withinBytes(long otherDiskBytes) {
        return new KafkaOptions(data, port, otherDiskBytes, readyWithin);
    }
}
