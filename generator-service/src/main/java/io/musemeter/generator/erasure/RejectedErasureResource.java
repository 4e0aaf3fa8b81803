package io.musemeter.generator.erasure;

import io.musemeter.events.InvalidEventException;
import io.musemeter.generator.publish.StoryLog;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.regex.Pattern;

/** Erases records that broke the contract: they may hold text as well. */
@Path("/api/rejected")
public class RejectedErasureResource {
    private static final Pattern ORIGIN = Pattern.compile(".{1,256}-[0-9]{1,19}-[0-9]{1,19}");

    private final StoryLog log;

    RejectedErasureResource(StoryLog log) {
        this.log = log;
    }

    /** Erases a record of {@code stories.rejected} by its key. */
    @DELETE
    @Path("/{origin}")
    public Uni<Void> rejected(@PathParam("origin") String origin) {
        if (!ORIGIN.matcher(origin).matches()) {
            throw new InvalidEventException("origin", "must read topic-partition-offset");
        }
        return log.eraseRejected(origin);
    }
}
