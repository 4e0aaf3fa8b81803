package io.musemeter.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Headers of the CloudEvents 1.0 Kafka binding in binary mode, with W3C trace context beside them. */
public final class CloudEventHeaders {
    /** Header that names a record's type and version. */
    public static final String TYPE = "ce_type";

    private CloudEventHeaders() {}

    /**
     * Refuses a record that says it is something else, or of a version unknown here. One that says nothing is taken for what its
     * topic holds.
     *
     * @param type value of the header {@link #TYPE}, null when the record has none
     * @param expected the record's name, for example {@code story}
     * @throws InvalidEventException when the type is another
     */
    public static void requireType(byte @Nullable [] type, String expected) {
        String wanted = typeOf(expected);
        if (type != null && !Arrays.equals(type, wanted.getBytes(StandardCharsets.UTF_8))) {
            throw new InvalidEventException(TYPE, "is not " + wanted);
        }
    }

    /**
     * The headers of one event.
     *
     * @param id identity of the event within its source
     * @param service the service that emits it, for example {@code generator}
     * @param type the record's name, for example {@code story}
     * @param time event time
     * @param traceId 32 hexadecimal digits, or null
     * @param spanId 16 hexadecimal digits, or null
     */
    public static Map<String, String> of(
            String id, String service, String type, Instant time, @Nullable String traceId, @Nullable String spanId) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_source", "/musemeter/" + service);
        headers.put(TYPE, typeOf(type));
        headers.put("ce_time", time.toString());
        headers.put("content-type", "application/json");
        if (traceId != null && spanId != null) {
            headers.put("traceparent", "00-" + traceId + "-" + spanId + "-01");
        }
        return headers;
    }

    private static String typeOf(String record) {
        return "io.musemeter." + record + ".v1";
    }
}
