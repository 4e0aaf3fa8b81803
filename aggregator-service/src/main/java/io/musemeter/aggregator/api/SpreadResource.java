package io.musemeter.aggregator.api;

import io.musemeter.aggregator.service.AggregatorState;
import io.musemeter.aggregator.spread.SpreadAnswer;
import io.musemeter.events.EventJson;
import io.musemeter.events.InvalidEventException;
import io.musemeter.events.correlation.StoryGroup;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How alike the stories of one temperature are. */
@Path("/api/spread")
@Blocking
public class SpreadResource {
    private static final Set<String> NAMES = Set.of("environment", "source", "model", "prompt");

    private final AggregatorState state;

    SpreadResource(AggregatorState state) {
        this.state = state;
    }

    /** The spread of the groups that pass the filters {@code environment}, {@code source}, {@code model} and {@code prompt}. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public byte[] spread(@Context UriInfo uri) {
        Map<String, List<String>> parameters = uri.getQueryParameters();
        parameters.keySet().stream()
                .filter(name -> !NAMES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidEventException(
                            name.matches("[A-Za-z]{1,32}") ? name : "parameter", "is not a parameter here");
                });
        List<SpreadAnswer> passing = state.spread().answers().stream()
                .filter(answer -> passes(answer, parameters))
                .toList();
        return EventJson.write(passing);
    }

    private static boolean passes(SpreadAnswer answer, Map<String, List<String>> parameters) {
        StoryGroup group = answer.group();
        Map<String, String> of = Map.of(
                "environment", group.environment(),
                "source", group.source().text(),
                "model", group.model(),
                "prompt", group.promptId());
        return parameters.entrySet().stream()
                .allMatch(asked -> asked.getValue().equals(List.of(of.getOrDefault(asked.getKey(), ""))));
    }
}
