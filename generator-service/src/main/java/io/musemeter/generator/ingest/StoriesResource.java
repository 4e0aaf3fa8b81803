package io.musemeter.generator.ingest;

import io.musemeter.events.Hashes;
import io.musemeter.events.RecordOrigin;
import io.musemeter.events.Source;
import io.musemeter.generator.config.GeneratorConfig;
import io.musemeter.generator.config.IntakeConfig;
import io.musemeter.generator.intake.Arrival;
import io.musemeter.generator.intake.Intake;
import io.musemeter.generator.intake.Lines;
import io.musemeter.generator.intake.Receipt;
import io.musemeter.generator.intake.Receipts;
import io.musemeter.generator.pressure.Bodies;
import io.musemeter.generator.pressure.Pressure;
import io.musemeter.generator.pressure.Share;
import io.musemeter.generator.pressure.Weights;
import io.musemeter.generator.rest.Problem;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes stories by HTTP. Every story brings an id, so that sending it again, after a time-out or a 429, changes nothing.
 */
@Path("/api/stories")
public class StoriesResource {
    private static final Source SOURCE = new Source.Production();

    private final Intake intake;
    private final Pressure pressure;
    private final IntakeConfig bounds;
    private final Clock clock = Clock.systemUTC();

    StoriesResource(Intake intake, Pressure pressure, GeneratorConfig config) {
        this.intake = intake;
        this.pressure = pressure;
        this.bounds = config.intake();
    }

    /** Takes one story, answered with 202 and its identity or 400 and its fault, or an array, answered with a summary. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    public Response json(@HeaderParam("Content-Encoding") @Nullable String encoding, InputStream in)
            throws IOException, InterruptedException {
        try (Share share = pressure.take(0)) {
            byte[] body = Bodies.read(in, encoding, bounds.maxBody().asLongValue(), share);
            pressure.weigh(share, Weights.ofBoundedJson(body));
            return JsonRecords.isArray(body) ? Response.ok(array(body)).build() : one(body);
        }
    }

    /** Takes JSON lines, answered with a summary. */
    @POST
    @Consumes({"application/x-ndjson", "application/jsonl"})
    @Blocking
    public Receipts.Summary lines(@HeaderParam("Content-Encoding") @Nullable String encoding, InputStream body)
            throws IOException, InterruptedException {
        Bodies.requirePlain(encoding);
        Receipts receipts = new Receipts(bounds.maxPending());
        Lines lines = new Lines(body, bounds.maxRecord().asLongValue(), 1);
        for (Lines.Line next = lines.next(); next != null; next = lines.next()) {
            Lines.Line line = next;
            if (!line.blank()) {
                // Read once its share is taken, not before.
                Uni<Receipt> record = Uni.createFrom()
                        .deferred(() -> line.tooLong()
                                ? intake.rejectTooLarge(line.bytes(), origin(line.bytes()))
                                : take(line.bytes()));
                receipts.add(at(line.number(), record), pressure.await(Weights.ofJson(line.bytes())));
            }
        }
        return receipts.await();
    }

    private Response one(byte[] body) {
        Receipt receipt = Receipts.settle(take(body));
        return receipt instanceof Receipt.Rejected rejected
                ? Response.status(Response.Status.BAD_REQUEST)
                        .entity(new Problem(rejected.field(), rejected.problem()))
                        .build()
                : Response.accepted(receipt).build();
    }

    private Receipts.Summary array(byte[] body) throws InterruptedException {
        Receipts receipts = new Receipts(bounds.maxPending());
        List<byte[]> elements = JsonRecords.elements(body, bounds.maxRecords());
        for (int i = 0; i < elements.size(); i++) {
            receipts.add(at(i + 1L, take(elements.get(i))));
        }
        return receipts.await();
    }

    private Uni<Receipt> take(byte[] json) {
        return intake.take(json, new Arrival(origin(json), SOURCE, null, null, clock.instant()));
    }

    /** A request has no place in a log; what it sent names it, so that the same fault twice is one rejection. */
    private static RecordOrigin origin(byte[] received) {
        return new RecordOrigin("http", 0, Hashes.firstBits(Base64.getEncoder().encodeToString(received)) >>> 1);
    }

    /** A rejection that names the record's place in its request. */
    private static Uni<Receipt> at(long place, Uni<Receipt> record) {
        return record.map(receipt -> receipt instanceof Receipt.Rejected rejected
                ? new Receipt.Rejected(place, rejected.field(), rejected.problem())
                : receipt);
    }
}
