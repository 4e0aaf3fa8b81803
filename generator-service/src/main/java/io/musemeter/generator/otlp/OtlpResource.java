package io.musemeter.generator.otlp;

import io.musemeter.events.InvalidEventException;
import io.musemeter.generator.config.GeneratorConfig;
import io.musemeter.generator.intake.LogUnavailableException;
import io.musemeter.generator.pressure.Bodies;
import io.musemeter.generator.pressure.BusyException;
import io.musemeter.generator.pressure.Pressure;
import io.musemeter.generator.pressure.Share;
import io.musemeter.generator.pressure.TooLargeException;
import io.musemeter.generator.pressure.UnknownEncodingException;
import io.musemeter.generator.rest.Refusal;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * OTLP over HTTP: spans and log records by the GenAI conventions become stories. What could not become one is told in the
 * answer's partial success, which senders log and do not send again.
 */
@Path("/v1")
@Blocking
public class OtlpResource {
    private static final String PROTOBUF = "application/x-protobuf";

    private final OtlpIntake intake;
    private final Pressure pressure;
    private final long largest;
    private final Clock clock = Clock.systemUTC();

    OtlpResource(OtlpIntake intake, Pressure pressure, GeneratorConfig config) {
        this.intake = intake;
        this.pressure = pressure;
        this.largest = config.intake().maxBody().asLongValue();
    }

    /** Takes traces as protobuf. */
    @POST
    @Path("/traces")
    @Consumes(PROTOBUF)
    public Response tracesProtobuf(@HeaderParam("Content-Encoding") @Nullable String encoding, InputStream in)
            throws IOException {
        return traces(OtlpEncoding.PROTOBUF, encoding, in);
    }

    /** Takes traces as JSON. */
    @POST
    @Path("/traces")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response tracesJson(@HeaderParam("Content-Encoding") @Nullable String encoding, InputStream in)
            throws IOException {
        return traces(OtlpEncoding.JSON, encoding, in);
    }

    /** Takes log records as protobuf. */
    @POST
    @Path("/logs")
    @Consumes(PROTOBUF)
    public Response logsProtobuf(@HeaderParam("Content-Encoding") @Nullable String encoding, InputStream in)
            throws IOException {
        return logs(OtlpEncoding.PROTOBUF, encoding, in);
    }

    /** Takes log records as JSON. */
    @POST
    @Path("/logs")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response logsJson(@HeaderParam("Content-Encoding") @Nullable String encoding, InputStream in)
            throws IOException {
        return logs(OtlpEncoding.JSON, encoding, in);
    }

    /** Failures have the form of their request as well, as a message of their own. */
    @ServerExceptionMapper({
        InvalidEventException.class,
        LogUnavailableException.class,
        BusyException.class,
        TooLargeException.class,
        UnknownEncodingException.class
    })
    Response refused(RuntimeException e, HttpHeaders headers) {
        Refusal refusal = Refusal.of(e);
        RpcStatus status = RpcStatus.of(refusal);
        boolean protobuf = MediaType.valueOf(PROTOBUF).isCompatible(headers.getMediaType());
        return protobuf
                ? refusal.response(status.toByteArray(), PROTOBUF).build()
                : refusal.response(status).build();
    }

    private Response traces(OtlpEncoding encoding, @Nullable String compression, InputStream in) throws IOException {
        try (Share share = pressure.take(0)) {
            byte[] body = Bodies.read(in, compression, largest, share);
            pressure.weigh(share, encoding.weight(body, ExportTraceServiceRequest.getDescriptor()));
            ExportTraceServiceRequest.Builder request = ExportTraceServiceRequest.newBuilder();
            encoding.merge(body, request);
            OtlpSummary summary = settle(intake.take(request.build(), null, clock.instant()));
            ExportTraceServiceResponse.Builder response = ExportTraceServiceResponse.newBuilder();
            if (summary.rejected() > 0) {
                response.setPartialSuccess(ExportTracePartialSuccess.newBuilder()
                        .setRejectedSpans(summary.rejected())
                        .setErrorMessage(summary.message()));
            }
            return encoding.answer(response.build());
        }
    }

    private Response logs(OtlpEncoding encoding, @Nullable String compression, InputStream in) throws IOException {
        try (Share share = pressure.take(0)) {
            byte[] body = Bodies.read(in, compression, largest, share);
            pressure.weigh(share, encoding.weight(body, ExportLogsServiceRequest.getDescriptor()));
            ExportLogsServiceRequest.Builder request = ExportLogsServiceRequest.newBuilder();
            encoding.merge(body, request);
            OtlpSummary summary = settle(intake.take(request.build(), null, clock.instant()));
            ExportLogsServiceResponse.Builder response = ExportLogsServiceResponse.newBuilder();
            if (summary.rejected() > 0) {
                response.setPartialSuccess(ExportLogsPartialSuccess.newBuilder()
                        .setRejectedLogRecords(summary.rejected())
                        .setErrorMessage(summary.message()));
            }
            return encoding.answer(response.build());
        }
    }

    private static OtlpSummary settle(Uni<OtlpSummary> summary) {
        return summary.onFailure()
                .transform(LogUnavailableException::new)
                .await()
                .indefinitely();
    }
}
