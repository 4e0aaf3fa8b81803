package io.musemeter.generator.scoresout;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.musemeter.events.Hashes;
import io.musemeter.events.Score;
import io.musemeter.generator.config.ScoresOutConfig.Signal;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.logs.v1.SeverityNumber;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Puts scores into OTLP's export requests. */
final class Export {
    private static final Resource RESOURCE = Resource.newBuilder()
            .addAttributes(Evaluation.text("service.name", "musemeter"))
            .build();
    private static final InstrumentationScope SCOPE =
            InstrumentationScope.newBuilder().setName("io.musemeter").build();

    private static final Instant LATEST = Instant.ofEpochSecond(Long.MAX_VALUE / 1_000_000_000L);

    private Export() {}

    static byte[] request(List<TracedScore> scores, Signal signal, Instant now) {
        return switch (signal) {
            case LOGS -> logs(scores, now).toByteArray();
            case TRACES -> spans(scores, now).toByteArray();
        };
    }

    /**
     * How many scores the receiver did not take, by its answer.
     *
     * @throws InvalidProtocolBufferException when the answer is none
     */
    static long rejected(byte[] response, Signal signal) throws InvalidProtocolBufferException {
        return switch (signal) {
            case LOGS ->
                ExportLogsServiceResponse.parseFrom(response)
                        .getPartialSuccess()
                        .getRejectedLogRecords();
            case TRACES ->
                ExportTraceServiceResponse.parseFrom(response)
                        .getPartialSuccess()
                        .getRejectedSpans();
        };
    }

    private static ExportLogsServiceRequest logs(List<TracedScore> scores, Instant now) {
        ScopeLogs.Builder records = ScopeLogs.newBuilder().setScope(SCOPE);
        for (TracedScore traced : scores) {
            Score score = traced.score();
            records.addLogRecords(LogRecord.newBuilder()
                    .setEventName(Evaluation.EVENT)
                    .setTimeUnixNano(nanos(score.eventTime()))
                    .setObservedTimeUnixNano(nanos(now))
                    .setSeverityNumber(SeverityNumber.SEVERITY_NUMBER_INFO)
                    .setTraceId(hex(traced.traceId()))
                    .setSpanId(hex(traced.spanId()))
                    .addAllAttributes(Evaluation.attributes(score)));
        }
        return ExportLogsServiceRequest.newBuilder()
                .addResourceLogs(ResourceLogs.newBuilder().setResource(RESOURCE).addScopeLogs(records))
                .build();
    }

    private static ExportTraceServiceRequest spans(List<TracedScore> scores, Instant now) {
        ScopeSpans.Builder spans = ScopeSpans.newBuilder().setScope(SCOPE);
        for (TracedScore traced : scores) {
            Score score = traced.score();
            spans.addSpans(Span.newBuilder()
                    .setName(Evaluation.EVENT + " " + score.series().metric())
                    .setKind(Span.SpanKind.SPAN_KIND_INTERNAL)
                    .setTraceId(hex(traced.traceId()))
                    .setSpanId(ownSpan(score))
                    .setParentSpanId(hex(traced.spanId()))
                    .setStartTimeUnixNano(nanos(score.eventTime()))
                    .setEndTimeUnixNano(nanos(score.eventTime()))
                    .addAllAttributes(Evaluation.attributes(score))
                    .addEvents(Span.Event.newBuilder()
                            .setName(Evaluation.EVENT)
                            .setTimeUnixNano(nanos(now))
                            .addAllAttributes(Evaluation.attributes(score))));
        }
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(
                        ResourceSpans.newBuilder().setResource(RESOURCE).addScopeSpans(spans))
                .build();
    }

    /** The same score sent twice is the same span. */
    private static ByteString ownSpan(Score score) {
        long bits = Hashes.firstBits(score.scoreId());
        return ByteString.copyFrom(
                ByteBuffer.allocate(Long.BYTES).putLong(bits == 0 ? 1 : bits).array());
    }

    private static ByteString hex(String id) {
        return ByteString.copyFrom(HexFormat.of().parseHex(id));
    }

    /** Nanoseconds since 1970; the last that OTLP's signed readers can hold for what lies beyond (the year 2262). */
    private static long nanos(Instant time) {
        return time.isBefore(LATEST) ? time.getEpochSecond() * 1_000_000_000L + time.getNano() : Long.MAX_VALUE;
    }
}
