package io.musemeter.generator.ingest;

import io.musemeter.events.InvalidEventException;
import io.musemeter.events.RecordOrigin;
import io.musemeter.events.Source;
import io.musemeter.generator.config.GeneratorConfig;
import io.musemeter.generator.config.IntakeConfig.TopicEncoding;
import io.musemeter.generator.intake.Arrival;
import io.musemeter.generator.intake.Intake;
import io.musemeter.generator.otlp.OtlpIntake;
import io.musemeter.generator.pressure.Weights;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Moves {@code stories.ingest} into {@code stories}: a batch is committed when Kafka has acknowledged every record of it. */
@ApplicationScoped
public class IngestTopic {
    private static final Source SOURCE = new Source.Production();
    /** What records of one batch may weigh that are read at a time; a batch of ordinary stories is a tenth of it. */
    private static final long MOST_TOGETHER = 16L << 20;

    private static final String TYPE = "io.musemeter.story.v1";

    private final Intake intake;
    private final OtlpIntake otlp;
    private final TopicEncoding encoding;

    IngestTopic(Intake intake, OtlpIntake otlp, GeneratorConfig config) {
        this.intake = intake;
        this.otlp = otlp;
        this.encoding = config.intake().topicEncoding();
    }

    /** Takes in one batch, however long the log is away. */
    @Incoming("stories-ingest")
    public Uni<Void> take(ConsumerRecords<byte[], byte[]> batch) {
        Uni<Void> taken = Uni.createFrom().voidItem();
        List<Uni<Void>> together = new ArrayList<>();
        long weight = 0;
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            long more = weight(record);
            if (!together.isEmpty() && weight + more > MOST_TOGETHER) {
                taken = after(taken, together);
                together = new ArrayList<>();
                weight = 0;
            }
            weight += more;
            together.add(Uni.createFrom()
                    .deferred(() -> takeOrReject(record))
                    .onFailure()
                    .retry()
                    .withBackOff(Duration.ofMillis(200), Duration.ofSeconds(10))
                    .indefinitely());
        }
        return together.isEmpty() ? taken : after(taken, together);
    }

    private static Uni<Void> after(Uni<Void> earlier, List<Uni<Void>> records) {
        return earlier.chain(() -> Uni.join().all(records).andFailFast().replaceWithVoid());
    }

    private long weight(ConsumerRecord<byte[], @Nullable byte[]> record) {
        byte[] value = record.value();
        if (value == null) {
            return 0;
        }
        return switch (encoding(record)) {
            case JSON -> Weights.ofJson(value);
            case OTLP_TRACES -> OtlpIntake.weightOfTraces(value);
            case OTLP_LOGS -> OtlpIntake.weightOfLogs(value);
        };
    }

    /**
     * What fails here is tried again for ever, so nothing may that is the record's own fault: it would stop its partition,
     * and after every restart anew.
     */
    private Uni<Void> takeOrReject(ConsumerRecord<byte[], @Nullable byte[]> record) {
        RecordOrigin origin = new RecordOrigin(record.topic(), record.partition(), record.offset());
        Uni<Void> taken;
        try {
            taken = take(record, origin);
        } catch (RuntimeException | StackOverflowError e) {
            return unreadable(record, origin, e);
        }
        return taken.onFailure(RecordTooLargeException.class).recoverWithUni(e -> unreadable(record, origin, e));
    }

    private Uni<Void> unreadable(
            ConsumerRecord<byte[], @Nullable byte[]> record, RecordOrigin origin, Throwable fault) {
        byte[] received = record.value() == null ? new byte[0] : record.value();
        return intake.rejectUnreadable(received, origin, fault).replaceWithVoid();
    }

    private Uni<Void> take(ConsumerRecord<byte[], @Nullable byte[]> record, RecordOrigin origin) {
        byte[] value = record.value();
        if (value == null) {
            return intake.reject(new byte[0], origin, new InvalidEventException("$", "is empty"))
                    .replaceWithVoid();
        }
        return switch (encoding(record)) {
            case JSON -> json(record, value, origin);
            case OTLP_TRACES -> otlp.traces(value, origin, appended(record));
            case OTLP_LOGS -> otlp.logs(value, origin, appended(record));
        };
    }

    private Uni<Void> json(ConsumerRecord<byte[], @Nullable byte[]> record, byte[] value, RecordOrigin origin) {
        String type = header(record, "ce_type");
        if (type != null && !type.equals(TYPE)) {
            return intake.reject(value, origin, new InvalidEventException("ce_type", "is not " + TYPE))
                    .replaceWithVoid();
        }
        return intake.take(value, new Arrival(origin, SOURCE, null, null, appended(record)))
                .replaceWithVoid();
    }

    /** Append time, not arrival here: a batch taken twice is then the same twice. */
    private static Instant appended(ConsumerRecord<byte[], @Nullable byte[]> record) {
        return Instant.ofEpochMilli(record.timestamp());
    }

    private TopicEncoding encoding(ConsumerRecord<byte[], @Nullable byte[]> record) {
        String contentType = header(record, "content-type");
        if (contentType == null) {
            return encoding;
        }
        if (contentType.startsWith("application/json")) {
            return TopicEncoding.JSON;
        }
        boolean otlpConfigured = encoding != TopicEncoding.JSON;
        return contentType.startsWith("application/x-protobuf") && !otlpConfigured
                ? TopicEncoding.OTLP_TRACES
                : encoding;
    }

    private static @Nullable String header(ConsumerRecord<byte[], @Nullable byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
