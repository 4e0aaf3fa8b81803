package io.musemeter.aggregator.api;

import io.musemeter.aggregator.service.AggregatorState;
import io.musemeter.aggregator.view.CorrelationView;
import io.musemeter.aggregator.view.Filter;
import io.musemeter.events.EventJson;
import io.musemeter.events.correlation.Correlation;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What temperature does, for every series that any instance answers for. */
@Path("/api")
@Blocking
public class CorrelationsResource {
    private static final Duration HINT_AT_MOST_EVERY = Duration.ofSeconds(1);
    private static final int SECONDS_PER_SIGN_OF_LIFE = 15;
    private static final String INSTANCE = UUID.randomUUID().toString().substring(0, 8);

    private final AggregatorState state;

    CorrelationsResource(AggregatorState state) {
        this.state = state;
    }

    /** The answers that pass the filters. */
    @GET
    @Path("/correlations")
    @Produces(MediaType.APPLICATION_JSON)
    public Response correlations(@Context UriInfo uri, @HeaderParam("If-None-Match") @Nullable String known) {
        return answer(Filter.of(uri.getQueryParameters()), known);
    }

    /** One series in all its windows. */
    @GET
    @Path("/correlations/{seriesId}")
    @Produces(MediaType.APPLICATION_JSON)
    public Response series(
            @PathParam("seriesId") String seriesId, @HeaderParam("If-None-Match") @Nullable String known) {
        Predicate<Correlation> filter = Filter.of(Map.of("seriesId", List.of(seriesId)));
        if (state.ready() && state.view().snapshot().correlations().stream().noneMatch(filter)) {
            throw new NotFoundException();
        }
        return answer(filter, known);
    }

    /** An event whenever answers have changed; its data is a number that grows. */
    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<String> stream() {
        return Multi.createFrom()
                .ticks()
                .every(HINT_AT_MOST_EVERY)
                .onOverflow()
                .drop()
                .map(tick -> state.view().version() + " " + tick / SECONDS_PER_SIGN_OF_LIFE)
                .skip()
                .repetitions()
                .map(changed -> "{\"version\":" + changed.substring(0, changed.indexOf(' ')) + "}");
    }

    private Response answer(Predicate<Correlation> filter, @Nullable String known) {
        if (!state.ready()) {
            return Problems.answer(503, "$", "the answers are still being read; ask again", "Retry-After", "2");
        }
        CorrelationView.Snapshot snapshot = state.view().snapshot();
        String tag = "\"" + INSTANCE + "-" + snapshot.version() + "-" + snapshot.takenMillis() + "\"";
        if (tag.equals(known)) {
            return Response.notModified().header("ETag", tag).build();
        }
        List<Correlation> passing =
                snapshot.correlations().stream().filter(filter).toList();
        return Response.ok(EventJson.write(passing), MediaType.APPLICATION_JSON_TYPE)
                .header("ETag", tag)
                .header("Cache-Control", "no-cache")
                .build();
    }
}
