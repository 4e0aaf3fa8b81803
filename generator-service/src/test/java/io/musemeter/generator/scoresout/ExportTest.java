package io.musemeter.generator.scoresout;

import static org.assertj.core.api.Assertions.assertThat;

import io.musemeter.events.ScoreOutcome;
import io.musemeter.generator.config.ScoresOutConfig.Signal;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.Span;
import java.net.URI;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static TracedScore score(String repetition, Instant time) {
        return TracedScore.of(Scores.score("story", Scores.TRACE, time, repetition, new ScoreOutcome.Scored(0.25)))
                .orElseThrow();
    }

    private static List<Span> spans(TracedScore... scores) throws Exception {
        return ExportTraceServiceRequest.parseFrom(Export.request(List.of(scores), Signal.TRACES, NOW))
                .getResourceSpans(0)
                .getScopeSpans(0)
                .getSpansList();
    }

    @Test
    void aScoreAsASpanIsTheChildOfTheSpanThatAskedAndCarriesTheEvent() throws Exception {
        Span span = spans(score("0", NOW)).get(0);

        assertThat(HexFormat.of().formatHex(span.getTraceId().toByteArray())).isEqualTo(Scores.TRACE);
        assertThat(HexFormat.of().formatHex(span.getParentSpanId().toByteArray()))
                .isEqualTo(Scores.SPAN);
        assertThat(span.getEndTimeUnixNano()).isEqualTo(span.getStartTimeUnixNano());
        assertThat(span.getEvents(0).getName()).isEqualTo("gen_ai.evaluation.result");
    }

    @Test
    void theSameScoreIsTheSameSpanAndAnotherScoreIsAnother() throws Exception {
        List<Span> spans = spans(score("0", NOW), score("0", NOW), score("1", NOW));

        assertThat(spans.get(0).getSpanId()).isEqualTo(spans.get(1).getSpanId());
        assertThat(spans.get(2).getSpanId()).isNotEqualTo(spans.get(0).getSpanId());
        assertThat(spans.get(0).getSpanId().size()).isEqualTo(8);
    }

    @Test
    void aTimeBeyondWhatNanosecondsHoldIsTheLastTheyHold() throws Exception {
        Span span = spans(score("0", Instant.parse("9999-12-31T23:59:59Z"))).get(0);

        assertThat(span.getStartTimeUnixNano()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aSignalGoesToItsOwnAddressBelowTheBase() {
        assertThat(OtlpSender.address(URI.create("http://127.0.0.1:4318"), Signal.LOGS))
                .hasToString("http://127.0.0.1:4318/v1/logs");
        assertThat(OtlpSender.address(URI.create("https://host/api/public/otel/"), Signal.TRACES))
                .hasToString("https://host/api/public/otel/v1/traces");
    }

    @Test
    void whatTheReceiverDidNotTakeIsRead() throws Exception {
        byte[] answer = ExportTraceServiceResponse.newBuilder()
                .setPartialSuccess(ExportTracePartialSuccess.newBuilder().setRejectedSpans(2))
                .build()
                .toByteArray();

        assertThat(Export.rejected(answer, Signal.TRACES)).isEqualTo(2);
        assertThat(Export.rejected(new byte[0], Signal.LOGS)).isZero();
    }
}
