package io.musemeter.aggregator.topology;

import io.musemeter.events.EventJson;
import io.musemeter.events.Hashes;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.RecordOrigin;
import io.musemeter.events.Rejected;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Records for the rejected topics, keyed by origin. */
final class Rejections {
    private static final int MOST_BYTES_KEPT = 256 << 10;

    private Rejections() {}

    static Record<byte[], byte[]> of(
            Record<byte[], byte[]> received, RecordMetadata where, InvalidEventException why, long nowMillis) {
        RecordOrigin origin = new RecordOrigin(where.topic(), where.partition(), where.offset());
        byte @Nullable [] value = received.value();
        String encoded = Base64.getEncoder().encodeToString(value == null ? new byte[0] : value);
        Rejected rejected = new Rejected(
                origin,
                why.field(),
                why.problem(),
                1,
                value == null || value.length > MOST_BYTES_KEPT ? null : encoded,
                Hashes.ofText(encoded),
                Instant.ofEpochMilli(nowMillis));
        return new Record<>(
                origin.key().getBytes(StandardCharsets.UTF_8), EventJson.write(rejected), received.timestamp());
    }
}
