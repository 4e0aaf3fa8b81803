package io.musemeter.generator.replay;

import io.musemeter.events.RecordOrigin;
import io.musemeter.events.Source;
import io.musemeter.generator.config.GeneratorConfig;
import io.musemeter.generator.config.IntakeConfig;
import io.musemeter.generator.intake.Arrival;
import io.musemeter.generator.intake.Intake;
import io.musemeter.generator.intake.Lines;
import io.musemeter.generator.intake.Receipts;
import io.musemeter.generator.pressure.Bodies;
import io.musemeter.generator.pressure.Pressure;
import io.musemeter.generator.pressure.Weights;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file of stories, one JSON object a line, whole or in parts. Everything that a line leaves open follows from the
 * file alone, so sending it again changes nothing: a line without id is known by its number, and one without event time
 * lies as many milliseconds after the year 2000 began as its number says.
 */
@Path("/api/replays/{name}")
public class ReplayResource {
    static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private final Intake intake;
    private final Pressure pressure;
    private final IntakeConfig bounds;

    ReplayResource(Intake intake, Pressure pressure, GeneratorConfig config) {
        this.intake = intake;
        this.pressure = pressure;
        this.bounds = config.intake();
    }

    /**
     * Replays lines.
     *
     * @param name the replay's name; its source is {@code replay:NAME}
     * @param exemplarHash the exemplar of lines that name none
     * @param encoding how the body is encoded: as it is
     * @param firstLine number of the first line sent, for a file sent in parts
     * @param body the lines
     */
    @POST
    @Consumes({"application/x-ndjson", "application/jsonl"})
    @Blocking
    public Receipts.Summary replay(
            @PathParam("name") String name,
            @QueryParam("exemplar") @Nullable String exemplarHash,
            @HeaderParam("Content-Encoding") @Nullable String encoding,
            @QueryParam("firstLine") @DefaultValue("1") long firstLine,
            InputStream body)
            throws IOException, InterruptedException {
        Bodies.requirePlain(encoding);
        Source source = new Source.Replay(name);
        Receipts receipts = new Receipts(bounds.maxPending());
        Lines lines = new Lines(body, bounds.maxRecord().asLongValue(), firstLine);
        for (Lines.Line next = lines.next(); next != null; next = lines.next()) {
            Lines.Line line = next;
            RecordOrigin origin = new RecordOrigin(source.text(), 0, line.number());
            if (line.tooLong()) {
                receipts.add(intake.rejectTooLarge(line.bytes(), origin), pressure.await(Weights.ofJson(line.bytes())));
            } else if (!line.blank()) {
                Arrival arrival = new Arrival(
                        origin, source, "line " + line.number(), exemplarHash, EPOCH.plusMillis(line.number()));
                // Read once its share is taken, not before.
                receipts.add(
                        Uni.createFrom().deferred(() -> intake.take(line.bytes(), arrival)),
                        pressure.await(Weights.ofJson(line.bytes())));
            }
        }
        return receipts.await();
    }
}
