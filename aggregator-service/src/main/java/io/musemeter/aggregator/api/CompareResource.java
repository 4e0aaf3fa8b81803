package io.musemeter.aggregator.api;

import io.musemeter.aggregator.compare.Comparing;
import io.musemeter.aggregator.compare.Pooling;
import io.musemeter.aggregator.compare.Weighing;
import io.musemeter.aggregator.service.AggregatorState;
import io.musemeter.events.EventJson;
import io.musemeter.events.correlation.Correlation;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;

/** Several series together; none is merged with another. */
@Path("/api")
@Blocking
public class CompareResource {
    private final AggregatorState state;

    CompareResource(AggregatorState state) {
        this.state = state;
    }

    /** Slopes pooled over models or prompts: see {@link Pooling#of} for the parameters. */
    @GET
    @Path("/pooled")
    @Produces(MediaType.APPLICATION_JSON)
    public Response pooled(@Context UriInfo uri) {
        Pooling asked = Pooling.of(uri.getQueryParameters());
        return answer(asked::of);
    }

    /** Two response curves: see {@link Comparing#of} for the parameters. */
    @GET
    @Path("/comparisons")
    @Produces(MediaType.APPLICATION_JSON)
    public Response comparisons(@Context UriInfo uri) {
        Comparing asked = Comparing.of(uri.getQueryParameters());
        return answer(answers -> asked.of(answers).orElseThrow(NotFoundException::new));
    }

    /** Novelty against coherence: see {@link Weighing#of} for the parameters. */
    @GET
    @Path("/tradeoff")
    @Produces(MediaType.APPLICATION_JSON)
    public Response tradeOff(@Context UriInfo uri) {
        Weighing asked = Weighing.of(uri.getQueryParameters());
        return answer(asked::of);
    }

    private Response answer(Function<List<Correlation>, Object> question) {
        if (!state.ready()) {
            return Problems.answer(503, "$", "the answers are still being read; ask again", "Retry-After", "2");
        }
        return Response.ok(
                        EventJson.write(question.apply(state.view().snapshot().correlations())),
                        MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-cache")
                .build();
    }
}
