package io.musemeter.generator.otlp;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flattens OTLP's requests into spans and log records with their resources. */
final class Inferences {
    /** Events of a span that carry content in attributes of their own. */
    private static final Set<String> CONTENT_EVENTS =
            Set.of("gen_ai.client.inference.operation.details", "gen_ai.content.prompt", "gen_ai.content.completion");

    private static final String LOG_EVENT = "gen_ai.client.inference.operation.details";

    /** An answer's choice as a log event of its own (conventions 1.28 to 1.36); what was asked for stands elsewhere. */
    private static final String CHOICE_EVENT = "gen_ai.choice";

    private static final KeyValue CHOICE = KeyValue.newBuilder()
            .setKey("event.name")
            .setValue(AnyValue.newBuilder().setStringValue(CHOICE_EVENT))
            .build();

    private Inferences() {}

    /** Whether it is a choice on its own, of a request whose settings it does not tell. */
    static boolean isChoice(Attributes attributes) {
        return CHOICE_EVENT.equals(attributes.text("event.name"));
    }

    static List<Inference> of(ExportTraceServiceRequest request) {
        return request.getResourceSpansList().stream()
                .flatMap(resource -> {
                    Attributes of = Attributes.of(resource.getResource().getAttributesList());
                    return resource.getScopeSpansList().stream()
                            .flatMap(scope -> scope.getSpansList().stream())
                            .map(span -> of(of, span));
                })
                .toList();
    }

    static List<Inference> of(ExportLogsServiceRequest request) {
        return request.getResourceLogsList().stream()
                .flatMap(resource -> {
                    Attributes of = Attributes.of(resource.getResource().getAttributesList());
                    return resource.getScopeLogsList().stream()
                            .flatMap(scope -> scope.getLogRecordsList().stream())
                            .map(log -> of(of, log));
                })
                .toList();
    }

    private static Inference of(Attributes resource, Span span) {
        Attributes attributes = Attributes.of(span.getAttributesList());
        for (Span.Event event : span.getEventsList()) {
            if (CONTENT_EVENTS.contains(event.getName())) {
                attributes = attributes.and(Attributes.of(event.getAttributesList()));
            }
        }
        return new Inference(
                resource,
                attributes,
                id(span.getTraceId(), 16),
                id(span.getSpanId(), 8),
                time(span.getStartTimeUnixNano() == 0 ? span.getEndTimeUnixNano() : span.getStartTimeUnixNano()),
                span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR);
    }

    private static Inference of(Attributes resource, LogRecord log) {
        Attributes attributes = Attributes.of(log.getAttributesList());
        String event = log.getEventName().isEmpty() ? attributes.text("event.name") : log.getEventName();
        if (CHOICE_EVENT.equals(event)) {
            attributes = Attributes.of(List.of(CHOICE));
        } else if (!LOG_EVENT.equals(event)) {
            attributes = Attributes.of(List.of());
        } else if (log.getBody().getValueCase() == AnyValue.ValueCase.KVLIST_VALUE) {
            attributes =
                    attributes.and(Attributes.of(log.getBody().getKvlistValue().getValuesList()));
        }
        long nanos = log.getTimeUnixNano() == 0 ? log.getObservedTimeUnixNano() : log.getTimeUnixNano();
        return new Inference(
                resource, attributes, id(log.getTraceId(), 16), id(log.getSpanId(), 8), time(nanos), false);
    }

    /**
     * An id in hexadecimal. OTLP's JSON writes ids in hexadecimal where protobuf's JSON means base64: such an id has been
     * decoded to three quarters of its digits, and encoding it again gives them back.
     */
    private static @Nullable String id(ByteString bytes, int length) {
        if (bytes.size() == length) {
            String hex = HexFormat.of().formatHex(bytes.toByteArray());
            return hex.chars().allMatch(digit -> digit == '0') ? null : hex;
        }
        if (bytes.size() * 4 == length * 2 * 3) {
            String hex = Base64.getEncoder().encodeToString(bytes.toByteArray());
            return hex.matches("[0-9a-fA-F]+") ? hex.toLowerCase(Locale.ROOT) : null;
        }
        return null;
    }

    /** A moment; none for the year 1970's first, which stands for a time that was not set. */
    private static @Nullable Instant time(long nanos) {
        if (nanos == 0) {
            return null;
        }
        long positive = Math.max(0, nanos);
        return Instant.ofEpochSecond(positive / 1_000_000_000, positive % 1_000_000_000);
    }
}
