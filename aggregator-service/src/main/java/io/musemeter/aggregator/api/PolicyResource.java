package io.musemeter.aggregator.api;

import io.musemeter.aggregator.policy.PolicyAnswer;
import io.musemeter.aggregator.policy.PolicyQuestion;
import io.musemeter.aggregator.service.AggregatorState;
import io.musemeter.events.EventJson;
import io.musemeter.events.correlation.Correlation;
import io.musemeter.events.correlation.Window;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** What another way of choosing temperatures would give, from stories whose temperature was assigned at random. */
@Path("/api/policy")
@Blocking
public class PolicyResource {
    private final AggregatorState state;

    PolicyResource(AggregatorState state) {
        this.state = state;
    }

    /** The difference of two policies: see {@link PolicyQuestion#of} for the parameters. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response policy(@Context UriInfo uri) {
        PolicyQuestion question = PolicyQuestion.of(uri.getQueryParameters());
        if (!state.ready()) {
            return Problems.answer(503, "$", "the answers are still being read; ask again", "Retry-After", "2");
        }
        Correlation series = state.view().snapshot().correlations().stream()
                .filter(each -> each.seriesId().equals(question.seriesId()) && each.window() == Window.ALL)
                .findFirst()
                .orElseThrow(NotFoundException::new);
        return Response.ok(EventJson.write(PolicyAnswer.of(series, question)), MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-cache")
                .build();
    }
}
