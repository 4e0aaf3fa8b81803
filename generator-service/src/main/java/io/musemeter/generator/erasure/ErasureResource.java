package io.musemeter.generator.erasure;

import io.musemeter.events.InvalidEventException;
import io.musemeter.events.Source;
import io.musemeter.events.StoryIds;
import io.musemeter.generator.intake.ProductionExemplars;
import io.musemeter.generator.publish.StoryLog;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Erases texts. A tombstone takes a story's place, and its embedding's by way of the scorer; Kafka then removes what was
 * there when it compacts. What was counted of a story stays counted.
 */
@Path("/api/stories")
public class ErasureResource {
    private final StoryLog log;
    private final ProductionExemplars exemplars;

    ErasureResource(StoryLog log, ProductionExemplars exemplars) {
        this.log = log;
        this.exemplars = exemplars;
    }

    /**
     * What was erased.
     *
     * @param storyId the story, whether or not it was there
     * @param exemplarHash the exemplar that the story had become, if it had
     */
    public record Erased(String storyId, @Nullable String exemplarHash) {}

    /** Erases a story by the identity it was answered with. */
    @DELETE
    @Path("/{storyId}")
    public Uni<Erased> story(@PathParam("storyId") String storyId) {
        return erase(storyId);
    }

    /** Erases a story by the id its sender gave it; for one that came by OTLP that is {@code TRACE:SPAN:CHOICE}. */
    @DELETE
    public Uni<Erased> foreign(
            @QueryParam("source") @DefaultValue("production") String source, @QueryParam("id") @Nullable String id) {
        if (id == null || id.isBlank()) {
            throw new InvalidEventException("id", "is required");
        }
        return erase(StoryIds.foreign(Source.parse(source), id));
    }

    /** Forgets which exemplar the story was only when the log has both tombstones: till then it can be erased again. */
    private Uni<Erased> erase(String storyId) {
        Optional<String> exemplar = exemplars.of(storyId);
        return log.erase(storyId)
                .chain(() -> exemplar.map(log::eraseExemplar)
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .invoke(() -> exemplars.forget(storyId))
                .replaceWith(() -> new Erased(storyId, exemplar.orElse(null)));
    }
}
