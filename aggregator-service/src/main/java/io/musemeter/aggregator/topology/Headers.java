package io.musemeter.aggregator.topology;

import io.musemeter.events.CloudEventHeaders;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Headers of a record. */
final class Headers {
    private Headers() {}

    /** What it says it is, null when it says nothing. */
    static byte @Nullable [] type(Record<?, ?> received) {
        Header type = received.headers().lastHeader(CloudEventHeaders.TYPE);
        return type == null ? null : type.value();
    }
}
