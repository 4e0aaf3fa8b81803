package io.musemeter.generator.erasure;

import io.musemeter.events.InvalidEventException;
import io.musemeter.generator.intake.ProductionExemplars;
import io.musemeter.generator.publish.StoryLog;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.regex.Pattern;

/** Erases exemplars by what stories call them, however they came in and whichever replica chose them. */
@Path("/api/exemplars")
public class ExemplarErasureResource {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}");

    private final StoryLog log;
    private final ProductionExemplars exemplars;

    ExemplarErasureResource(StoryLog log, ProductionExemplars exemplars) {
        this.log = log;
        this.exemplars = exemplars;
    }

    /** Erases an exemplar; stories that name it cannot be compared any more, and another takes its place in production. */
    @DELETE
    @Path("/{exemplarHash}")
    public Uni<Void> exemplar(@PathParam("exemplarHash") String exemplarHash) {
        if (!HASH.matcher(exemplarHash).matches()) {
            throw new InvalidEventException("exemplarHash", "must be 32 hexadecimal digits");
        }
        return log.eraseExemplar(exemplarHash).invoke(() -> exemplars.forgetExemplar(exemplarHash));
    }
}
