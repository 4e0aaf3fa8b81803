package io.musemeter.generator.otlp;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.musemeter.events.Hashes;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.RecordOrigin;
import io.musemeter.events.Source;
import io.musemeter.generator.config.GeneratorConfig;
import io.musemeter.generator.intake.Arrival;
import io.musemeter.generator.intake.Intake;
import io.musemeter.generator.intake.Receipt;
import io.musemeter.generator.intake.StoryForm;
import io.musemeter.generator.pressure.TooLargeException;
import io.musemeter.generator.pressure.Weights;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the stories out of OTLP requests. */
@ApplicationScoped
public class OtlpIntake {
    private static final Source SOURCE = new Source.Production();

    private static final int MOST_PENDING = 256;

    private final Intake intake;
    private final MeterRegistry meters;

    private final int mostRecords;

    OtlpIntake(Intake intake, GeneratorConfig config, MeterRegistry meters) {
        this.intake = intake;
        this.mostRecords = config.intake().maxRecords();
        this.meters = meters;
    }

    /** What a record of {@code stories.ingest} that holds traces weighs while it is read, in bytes. */
    public static long weightOfTraces(byte[] protobuf) {
        return weight(protobuf, ExportTraceServiceRequest.getDescriptor());
    }

    /** As {@link #weightOfTraces(byte[])}, of logs. */
    public static long weightOfLogs(byte[] protobuf) {
        return weight(protobuf, ExportLogsServiceRequest.getDescriptor());
    }

    private static long weight(byte[] protobuf, Descriptor type) {
        return Weights.of(protobuf.length, ProtobufFields.count(protobuf, type, Weights.MOST_VALUES));
    }

    /**
     * Takes a record of {@code stories.ingest} that holds traces; one that is none is rejected.
     *
     * @param appended when it was appended there
     */
    public Uni<Void> traces(byte[] protobuf, RecordOrigin origin, Instant appended) {
        try {
            OtlpEncoding.PROTOBUF.weight(protobuf, ExportTraceServiceRequest.getDescriptor());
            return take(ExportTraceServiceRequest.parseFrom(protobuf), origin, appended)
                    .replaceWithVoid();
        } catch (InvalidProtocolBufferException e) {
            return intake.reject(protobuf, origin, new InvalidEventException("$", "is not OTLP protobuf"))
                    .replaceWithVoid();
        } catch (TooLargeException e) {
            return intake.reject(protobuf, origin, new InvalidEventException("$", "holds too many values or records"))
                    .replaceWithVoid();
        }
    }

    /** As {@link #traces(byte[], RecordOrigin, Instant)}, of logs. */
    public Uni<Void> logs(byte[] protobuf, RecordOrigin origin, Instant appended) {
        try {
            OtlpEncoding.PROTOBUF.weight(protobuf, ExportLogsServiceRequest.getDescriptor());
            return take(ExportLogsServiceRequest.parseFrom(protobuf), origin, appended)
                    .replaceWithVoid();
        } catch (InvalidProtocolBufferException e) {
            return intake.reject(protobuf, origin, new InvalidEventException("$", "is not OTLP protobuf"))
                    .replaceWithVoid();
        } catch (TooLargeException e) {
            return intake.reject(protobuf, origin, new InvalidEventException("$", "holds too many values or records"))
                    .replaceWithVoid();
        }
    }

    /**
     * Takes the stories out of one request.
     *
     * @param origin where the request was read; null when it came by HTTP, and each span or record names itself
     * @param arrived when it came
     */
    Uni<OtlpSummary> take(ExportTraceServiceRequest request, @Nullable RecordOrigin origin, Instant arrived) {
        return take("traces", Inferences.of(request), origin, arrived);
    }

    /** As {@link #take(ExportTraceServiceRequest, RecordOrigin, Instant)}. */
    Uni<OtlpSummary> take(ExportLogsServiceRequest request, @Nullable RecordOrigin origin, Instant arrived) {
        return take("logs", Inferences.of(request), origin, arrived);
    }

    private Uni<OtlpSummary> take(
            String signal, List<Inference> inferences, @Nullable RecordOrigin origin, Instant arrived) {
        if (inferences.size() > mostRecords) {
            throw TooLargeException.records(mostRecords);
        }
        Map<Reading.Fault, Long> incomplete = new EnumMap<>(Reading.Fault.class);
        List<Uni<Boolean>> rejections = new ArrayList<>();
        for (Inference inference : inferences) {
            Reading reading = read(inference);
            RecordOrigin own = origin == null ? origin(inference) : origin;
            count(signal, reading);
            if (reading instanceof Reading.Answered answered) {
                rejections.add(anyRejected(answered.stories().stream()
                        .map(story -> take(story, arrival(inference, own, arrived)))
                        .toList()));
            } else if (reading instanceof Reading.Invalid invalid) {
                rejections.add(anyRejected(List.of(intake.reject(new byte[0], own, invalid.problem()))));
            } else if (reading instanceof Reading.Incomplete lacking) {
                incomplete.merge(lacking.fault(), 1L, Long::sum);
            }
        }
        return rejections.isEmpty()
                ? Uni.createFrom().item(new OtlpSummary(incomplete, 0))
                : Uni.join()
                        .all(rejections)
                        .usingConcurrencyOf(MOST_PENDING)
                        .andFailFast()
                        .map(all -> new OtlpSummary(
                                incomplete,
                                all.stream().filter(rejected -> rejected).count()));
    }

    /** Whatever goes wrong in one span's reading is its own fault: the others of its request are not to suffer for it. */
    private static Reading read(Inference inference) {
        try {
            return GenAi.read(inference);
        } catch (RuntimeException | StackOverflowError e) {
            return new Reading.Invalid(new InvalidEventException("$", "cannot be read"));
        }
    }

    /** Whether a span or record counts as rejected: it is one, however many answers of it are. */
    private static Uni<Boolean> anyRejected(List<Uni<Receipt>> answers) {
        return Uni.join()
                .all(answers)
                .andFailFast()
                .map(receipts -> receipts.stream().anyMatch(receipt -> receipt instanceof Receipt.Rejected));
    }

    /** One that does not say when it began has begun when it arrived. */
    private static Arrival arrival(Inference inference, RecordOrigin origin, Instant arrived) {
        return new Arrival(origin, SOURCE, null, null, inference.start() == null ? arrived : inference.start());
    }

    /** What is kept of a rejected span is its text alone: the rest of the request is other people's. */
    private Uni<Receipt> take(StoryForm story, Arrival arrival) {
        byte[] text = story.text() == null ? new byte[0] : story.text().getBytes(StandardCharsets.UTF_8);
        return intake.take(story, text, arrival);
    }

    private static RecordOrigin origin(Inference inference) {
        return new RecordOrigin("otlp", 0, Hashes.firstBits(inference.traceId() + " " + inference.spanId()) >>> 1);
    }

    private void count(String signal, Reading reading) {
        Counter.builder("musemeter.generator.otlp.records")
                .description("Spans and log records received, by what they were read as")
                .tags("signal", signal, "result", reading.tag())
                .register(meters)
                .increment();
    }
}
