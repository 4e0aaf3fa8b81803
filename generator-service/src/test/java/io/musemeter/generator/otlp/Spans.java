package io.musemeter.generator.otlp;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Builds spans out of plain values. */
final class Spans {
    static final String TRACE = "5b8efff798038103d269b633813fc60c";
    static final String SPAN = "eee19b7ec3c1b174";

    private Spans() {}

    static Span.Builder span(Object... keysAndValues) {
        return Span.newBuilder()
                .setTraceId(ByteString.copyFrom(HexFormat.of().parseHex(TRACE)))
                .setSpanId(ByteString.copyFrom(HexFormat.of().parseHex(SPAN)))
                .setStartTimeUnixNano(1_700_000_000_123_456_789L)
                .addAllAttributes(attributes(keysAndValues));
    }

    static Span.Event event(String name, Object... keysAndValues) {
        return Span.Event.newBuilder()
                .setName(name)
                .addAllAttributes(attributes(keysAndValues))
                .build();
    }

    static ExportTraceServiceRequest request(Span.Builder... spans) {
        ScopeSpans.Builder scope = ScopeSpans.newBuilder();
        Arrays.stream(spans).forEach(scope::addSpans);
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder().addScopeSpans(scope))
                .build();
    }

    static Reading read(Span.Builder span) {
        return GenAi.read(Inferences.of(request(span)).get(0));
    }

    static List<KeyValue> attributes(Object... keysAndValues) {
        KeyValue[] attributes = new KeyValue[keysAndValues.length / 2];
        for (int i = 0; i < attributes.length; i++) {
            attributes[i] = KeyValue.newBuilder()
                    .setKey((String) keysAndValues[2 * i])
                    .setValue(value(keysAndValues[2 * i + 1]))
                    .build();
        }
        return List.of(attributes);
    }

    static AnyValue value(Object value) {
        AnyValue.Builder any = AnyValue.newBuilder();
        if (value instanceof String text) {
            any.setStringValue(text);
        } else if (value instanceof Double number) {
            any.setDoubleValue(number);
        } else if (value instanceof Integer number) {
            any.setIntValue(number);
        } else if (value instanceof List<?> list) {
            ArrayValue.Builder array = ArrayValue.newBuilder();
            list.forEach(element -> array.addValues(value(element)));
            any.setArrayValue(array);
        } else if (value instanceof Map<?, ?> map) {
            KeyValueList.Builder members = KeyValueList.newBuilder();
            map.forEach((key, member) ->
                    members.addValues(KeyValue.newBuilder().setKey((String) key).setValue(value(member))));
            any.setKvlistValue(members);
        }
        return any.build();
    }
}
