package io.musemeter.generator.publish;

import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** What a failed append means. */
public final class LogFailures {
    /** Another try ends alike. Everything else may pass: a broker that is away, a right that is not granted yet. */
    private static final List<Class<? extends Throwable>> PERMANENT = List.of(
            RecordTooLargeException.class,
            RecordBatchTooLargeException.class,
            SerializationException.class,
            InvalidTopicException.class,
            UnsupportedVersionException.class);

    private LogFailures() {}

    /** Whether Kafka will never take this record. */
    public static boolean permanent(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> PERMANENT.stream().anyMatch(type -> type.isInstance(cause)));
    }
}
